import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleHelper, ofShops } from './bundle-helper.mjs'
import { inCheckout } from './checkout.mjs'
import { readEnvironment } from './environment.mjs'
import { bringBack, setAside } from './old-chunks.mjs'
import { weighPages } from './page-weights.mjs'
import { runAloud } from './run.mjs'
import { Refusal } from './say.mjs'
import { secretsInBuild, sentinelsFor } from './secrets-in-build.mjs'
import { shareChunks } from './share-chunks.mjs'
import { sayUnread } from './welcome.mjs'

/** `npm run build`: needs no database, no secret and no network. */
export async function build(_command, args) {
  process.env.NODE_ENV = 'production'
  const phase = { NEXT_PHASE: 'phase-production-build' }
  // What somebody has set, on Vercel in the only start that a person sees; what is looked for below is nobody's.
  sayUnread((await readEnvironment({ ...process.env, ...phase })).unread)
  Object.assign(process.env, sentinelsFor(process.env))
  await readEnvironment({ ...process.env, ...phase })
  await (await import('../islands/build.mjs')).buildIslands()
  const next = inCheckout('node_modules/next/dist/bin/next')
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  const dist = inCheckout(process.env.NEXT_DIST_DIR ?? '.next')
  setAside(dist)
  const code = await runAloud(process.execPath, [next, 'build', ...args], { cwd: inCheckout(), env })
  bringBack(dist)
  if (code !== 0) throw new Refusal('The build failed; the reason is above.')
  refuseSecrets(dist)
  refuseHeavyPages(dist)
  // Where a shop runs nothing may be writable.
  await bundleHelper(ofShops[0])
  // A platform packs for each route the files that Next.js says it needs.
  if (!process.env.VERCEL) shareChunks(dist)
}

/** What browsers get holds no secret of this build's environment. What was looked for is kept beside it, by name. */
export function refuseSecrets(dist) {
  const { found, ...looked } = secretsInBuild({
    ...{ dist, published: [inCheckout('public')], environment: process.env },
  })
  if (found.length > 0) throw new Refusal(`What browsers get holds a secret: ${found.join(', ')}.`)
  writeFileSync(join(dist, 'secrets-looked-for.json'), JSON.stringify(looked))
}

/** No page carries more scripts or styles than it may. */
function refuseHeavyPages(dist) {
  const { over } = weighPages({ dist, assets: inCheckout('public/assets') })
  if (over.length > 0) throw new Refusal(['The build is over its budget:', ...over].join('\n  '))
}
