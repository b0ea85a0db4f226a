/** The same bytes in pieces of exactly `size`, the last one excepted. Nothing comes of nothing. */
export async function* parts(content: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer, void> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const part of content) {
    held.push(part)
    length += part.byteLength
    while (length >= size) {
      const all = Buffer.concat(held)
      yield all.subarray(0, size)
      held = [all.subarray(size)]
      length = all.byteLength - size
    }
  }
  if (length > 0) yield Buffer.concat(held)
}
