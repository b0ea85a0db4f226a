const longest = 300

/** Statements carry what they were asked with: an address, a name. */
const withoutValues = (text: string): string =>
  text
    .replace(/\n?params:[\s\S]*$/i, '')
    .replace(/[^\s<>]+@[^\s<>]+/g, '[address]')
    .replace(/"([^"]*)"/g, (whole, inner: string) => (/^[\w.-]{1,63}$/.test(inner) ? whole : '"[value]"'))
    .replace(/'([^']*)'/g, (whole, inner: string) => (/^[\w.-]{1,63}$/.test(inner) ? whole : "'[value]'"))
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/gi, '[id]')
    .replace(/\d{6,}/g, '[number]')

/** The innermost cause says what happened; a code of the database or the network names it for a search. */
function innermost(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined
  return innermost(error.cause) ?? error
}

/** What an error says about itself without what somebody typed: no address, no quoted value, no long number. At most 300 characters. */
export function faultWords(error: unknown): string {
  const found = innermost(error)
  if (!found) return withoutValues(String(error)).slice(0, longest)
  const { code } = found as { code?: unknown }
  const name = typeof code === 'string' && /^[A-Z0-9_]{3,40}$/.test(code) ? ` (${code})` : ''
  const said = withoutValues(found.message).replace(/\s+/g, ' ').trim() || found.name
  return `${said.slice(0, longest - name.length)}${name}`
}
