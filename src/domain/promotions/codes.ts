/** In one call. */
export const mostCodes = 50_000

/** 32 characters that nobody takes for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 10

interface Wanted {
  count: number
  prefix?: string
}

/** Codes of 50 random bits each, no two alike; `bytes` yields random bytes. */
export function codesFrom(bytes: (count: number) => Uint8Array, { count, prefix }: Wanted): string[] {
  const codes = new Set<string>()
  const start = prefix ? `${prefix}-` : ''
  while (codes.size < count) {
    const random = bytes((count - codes.size) * length)
    for (let at = 0; at < random.length; at += length)
      codes.add(start + [...random.subarray(at, at + length)].map((byte) => alphabet[byte & 31]).join(''))
  }
  return [...codes]
}
