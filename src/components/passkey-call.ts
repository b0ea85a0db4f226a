/** What the shop has answered: the body, or the code of its refusal. */
export type Answered<Body> = { body: Body; code?: undefined } | { body?: undefined; code: string }

/** Posts JSON to the Store API of this shop. */
export async function postJson<Body>(
  path: string,
  body: object,
  signal?: AbortSignal,
): Promise<Answered<Body>> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })
  const read = (await answer.json().catch(() => ({}))) as Body & { code?: string }
  return answer.ok ? { body: read } : { code: read.code ?? 'other' }
}

/** Why a browser made or gave no passkey, in the codes that have words. */
export function codeOfBrowser(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError') return 'passkey.cancelled'
  return name === 'InvalidStateError' ? 'passkey.exists' : 'other'
}
