import { env } from '#env'

type Named = Pick<typeof env, 'NEXT_PUBLIC_APP_URL' | 'isLoopback' | 'VERCEL_URL' | 'VERCEL_BRANCH_URL'>

function originsOf({ NEXT_PUBLIC_APP_URL, isLoopback, VERCEL_URL, VERCEL_BRANCH_URL }: Named): string[] {
  const own = new URL(NEXT_PUBLIC_APP_URL)
  const names = isLoopback
    ? ['localhost', '127.0.0.1'].map((host) => `${own.protocol}//${host}${own.port ? `:${own.port}` : ''}`)
    : []
  const previews = [VERCEL_URL, VERCEL_BRANCH_URL]
    .filter((host) => host !== undefined)
    .map((host) => `https://${host}`)
  return [...new Set([own.origin, ...names, ...previews])]
}

let known: { by: string; origins: readonly string[] } | undefined

/** The origins whose cookies count: the shop's own address, and on a loopback address its other names. Every call asks. */
export function trustedOrigins(): readonly string[] {
  const by = [env.NEXT_PUBLIC_APP_URL, env.isLoopback, env.VERCEL_URL, env.VERCEL_BRANCH_URL].join(' ')
  if (known?.by !== by) known = { by, origins: originsOf(env) }
  return known.origins
}
