/** Postgres writes its log in segments of 16 MB, 256 of them to a file number: timeline, file, segment, each 8 hex digits. */
const shape = /^[0-9A-F]{24}$/

export const isSegment = (name: string): boolean => shape.test(name)

/** The segment after `name` on the same timeline. */
export function nextSegment(name: string): string {
  const next = (BigInt(`0x${name.slice(8, 16)}`) << 8n) + BigInt(`0x${name.slice(16)}`) + 1n
  const hex = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0')
  return name.slice(0, 8) + hex(next >> 8n) + hex(next & 255n)
}

/** The unbroken run of `names` that begins with `first`; empty when `first` is missing. */
export function runFrom(first: string, names: ReadonlySet<string>): string[] {
  const run: string[] = []
  for (let name = first; names.has(name); name = nextSegment(name)) run.push(name)
  return run
}
