/** A path of our own to go to: one slash, no scheme or host, nothing that a browser reads as either. */
export const safePath = (value: string | null | undefined, otherwise: string): string =>
  value && /^\/(?![/\\])[^\\\p{Cc}\s]{0,500}$/u.test(value) ? value : otherwise

interface Onward {
  query?: Readonly<Record<string, string>>
  cookies?: readonly string[]
}

/** 303 to `path`, which keeps its own query and gets the given one on top. */
export function seeOther(path: string, { query = {}, cookies = [] }: Onward = {}): Response {
  const target = new URL(path, 'http://here.invalid')
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value)
  const headers = new Headers({ Location: `${target.pathname}${target.search}${target.hash}` })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}
