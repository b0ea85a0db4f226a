/** Whether somebody says that they are staff; whether they are is for Payload to find out. */
export const hasStaffCookie = (headers: Headers): boolean =>
  /(^|;\s*)molini-token=/.test(headers.get('cookie') ?? '')

/** The same headers, whose session of staff is left out. */
export function withoutStaffCookie(headers: Headers): Headers {
  const kept = (headers.get('cookie') ?? '')
    .split(';')
    .filter((pair) => !/^\s*molini-token\s*(=|$)/.test(pair))
    .join(';')
  const others = new Headers(headers)
  if (kept === '') others.delete('cookie')
  else others.set('cookie', kept)
  return others
}
