/** Bytes of a picture's part of its address: sixteen of its row's id, eight of its file's version. As text it would be three times that. */
export const pictureBytes = 24
const noBytes = new Uint8Array(pictureBytes)

/** Writes the second picture of the product at this place, `<id>-<version>` as in its address. */
export function putSecond(seconds: Uint8Array, at: number, picture: string | null | undefined): void {
  const [, id = '', version = ''] = /^([0-9a-f-]{36})-([0-9a-f]{1,16})$/.exec(picture ?? '') ?? []
  const bytes = id ? Buffer.from(id.replaceAll('-', '') + version.padStart(16, '0'), 'hex') : noBytes
  seconds.set(bytes, at * pictureBytes)
}

/** The second picture of the product at this place as in its address; undefined where it has none. */
export function secondAt(seconds: Uint8Array, at: number): string | undefined {
  const own = seconds.subarray(at * pictureBytes, (at + 1) * pictureBytes)
  if (own.every((byte) => byte === 0)) return undefined
  const hex = Buffer.from(own.buffer, own.byteOffset, own.byteLength).toString('hex')
  const id = hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return `${id}-${hex.slice(32).replace(/^0+/, '')}`
}
