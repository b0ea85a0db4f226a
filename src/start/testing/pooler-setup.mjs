import openShared from './cluster-setup.mjs'
import { startPooler } from './pooler.mjs'

/** The cluster of the run with a pooler in front of it. */
export default async function setup({ provide }) {
  let clusterUrl = ''
  const closeShared = await openShared({
    provide(name, value) {
      if (name === 'clusterUrl') clusterUrl = value
      provide(name, value)
    },
  })
  const pooler = await startPooler(clusterUrl)
  provide('poolerUrl', pooler.url)
  return async () => {
    await pooler.stop()
    await closeShared()
  }
}
