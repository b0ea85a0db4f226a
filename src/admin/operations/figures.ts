const units = ['B', 'kB', 'MB', 'GB', 'TB']

/** Bytes in the largest unit of which there is one, to three figures: `12.3 MB`. */
export function bytesOf(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)))
  const value = bytes / 1024 ** power
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`
}

/** A span of time, short: `85 ms`, `12 s`, `5 min`, `3 h`, `9 d`. */
export function spanOf(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`
  if (seconds < 90) return `${Math.round(seconds)} s`
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`
  return seconds < 48 * 3600 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`
}

export const countOf = (value: number): string => Math.round(value).toLocaleString('en-GB')

/** A share of 0 to 1; never rounded up to the whole. */
export const shareOf = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`
