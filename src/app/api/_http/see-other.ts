const here = 'http://here.invalid'

/** A path of our own to go to: one slash, no scheme or host, nothing that a browser reads as either. */
export const safePath = (value: string | null | undefined, otherwise: string): string =>
  value && /^\/(?![/\\])[^\\\p{Cc}\s]{0,500}$/u.test(value) && staysHere(value) ? value : otherwise

/** Dots fold away, and what is left of `/.//somewhere` names a host. */
function staysHere(path: string): boolean {
  const { host, pathname } = new URL(path, here)
  return host === new URL(here).host && !pathname.startsWith('//')
}

interface Onward {
  query?: Readonly<Record<string, string>>
  cookies?: readonly string[]
}

/** 303 to `path`, which keeps its own query and gets the given one on top. */
export function seeOther(path: string, { query = {}, cookies = [] }: Onward = {}): Response {
  const target = new URL(path, here)
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value)
  const headers = new Headers({ Location: `${target.pathname}${target.search}${target.hash}` })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}
