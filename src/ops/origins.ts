import { env } from '#env'

let known: readonly string[] | undefined

/** The origins whose cookies count: the shop's own address, and on a loopback address its other names. */
export const trustedOrigins = (): readonly string[] => (known ??= originsOf())

function originsOf(): string[] {
  const own = new URL(env.NEXT_PUBLIC_APP_URL)
  const names = env.isLoopback
    ? ['localhost', '127.0.0.1'].map((host) => `${own.protocol}//${host}${own.port ? `:${own.port}` : ''}`)
    : []
  const previews = [env.VERCEL_URL, env.VERCEL_BRANCH_URL]
    .filter((host) => host !== undefined)
    .map((host) => `https://${host}`)
  return [...new Set([own.origin, ...names, ...previews])]
}
