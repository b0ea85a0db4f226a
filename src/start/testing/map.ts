import { startPhotonDouble, type PhotonDouble } from '../../services/address-search/testing/photon-double'

/** A map that addresses are searched on, in the environment: to be called before anything reads `#env`. */
export async function giveMap(): Promise<PhotonDouble> {
  const double = await startPhotonDouble()
  process.env.ADDRESS_SEARCH_URL = `${double.url}/`
  return double
}
