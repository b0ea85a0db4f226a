import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { inCheckout } from '../checkout.mjs'
import { anyFree } from '../ports.mjs'

const dist = '.next-platform'
export const publicUrl = 'https://shop.example'

function start(args, env) {
  const child = spawn(process.execPath, args, { cwd: inCheckout(), env: { ...process.env, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)))
  const exited = new Promise((resolve) => child.once('exit', resolve))
  return { child, exited, said: () => output }
}

const madeAt = (folder) => {
  const file = inCheckout(folder, 'BUILD_ID')
  return existsSync(file) ? statSync(file).mtimeMs : 0
}

/**
 * Builds the shop as a platform does that runs Next.js itself, unless that was done since the build that the other
 * journeys are about. Next.js writes its folder into `tsconfig.json`.
 */
export async function buildForPlatform() {
  if (madeAt(dist) > madeAt('.next')) return
  // Most of what is compiled is the same for both.
  if (existsSync(inCheckout('.next/cache')))
    cpSync(inCheckout('.next/cache'), inCheckout(dist, 'cache'), { recursive: true })
  const settings = inCheckout('tsconfig.json')
  const before = readFileSync(settings)
  const { exited, said } = start([inCheckout('src/start/launch.mjs'), 'build'], {
    VERCEL: '1',
    NEXT_DIST_DIR: dist,
  })
  const code = await exited
  writeFileSync(settings, before)
  if (code !== 0) throw new Error(`The build ended with ${code}.\n${said()}`)
}

/**
 * Runs that build by Next.js alone, without the launcher and the server of ours.
 * @param {Record<string, string>} environment database and stores
 */
export async function startPlatform(environment) {
  const port = String(await anyFree())
  const url = `http://127.0.0.1:${port}`
  const secret = randomBytes(24).toString('hex')
  const { child, exited, said } = start(
    [inCheckout('node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', port],
    {
      VERCEL: '1',
      VERCEL_ENV: 'production',
      VERCEL_URL: 'nobody-asks-here.example',
      NODE_ENV: 'production',
      NEXT_DIST_DIR: dist,
      NEXT_PUBLIC_APP_URL: publicUrl,
      PAGES_FROM: url,
      PORT: port,
      PAYLOAD_SECRET: secret,
      CRON_SECRET: secret,
      EMAIL_HOST: '127.0.0.1',
      EMAIL_FROM: 'shop@shop.example',
      RATE_LIMITS: '',
      PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
      ...environment,
    },
  )
  for (let left = 300; ; left -= 1) {
    const answer = await fetch(`${url}/api/health/live`).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer?.ok) break
    if (child.exitCode !== null || left === 0) throw new Error(`The platform did not start.\n${said()}`)
    await pause(100)
  }
  return {
    url,
    said,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
