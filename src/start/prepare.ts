/**
 * Brings a database up to date in one process, since loading Payload takes seconds:
 * `prepare.ts migrate owner demo` does what is named, in that order, and reports by messages. `migrate-to=NAME` stops there.
 */
import { randomBytes } from 'node:crypto'
import { createLocalReq, getPayload, type Payload } from 'payload'
import config from '#config'
import { env } from '#env'
import { createFirstOwner } from '#services/first-owner'
import { holdMigrationLock } from './prepare/lock'
import { migrate, migrateTo } from './prepare/migrate'
import { report } from './prepare/report'

const demoKey = 'demo-shop'

async function makeOwner(payload: Payload): Promise<void> {
  const email = env.SEED_OWNER_EMAIL ?? 'owner@molini.example'
  const password = env.SEED_OWNER_PASSWORD ?? randomBytes(15).toString('base64url')
  const isMade = await createFirstOwner(await createLocalReq({}, payload), { email, password })
  if (isMade) report({ owner: { email, password: env.SEED_OWNER_PASSWORD ? undefined : password } })
}

/** Marked when begun and when done, so that an interrupted seed is taken up again. */
async function seedDemo(payload: Payload): Promise<void> {
  const { seedShop } = await import('#demo/seed/seed-shop')
  await payload.kv.set(demoKey, { state: 'begun' })
  await seedShop({ payload, log: (line: string) => report({ progress: line }) })
  await payload.kv.set(demoKey, { state: 'done' })
}

const tasks: Record<string, (payload: Payload, argument: string) => Promise<void>> = {
  migrate,
  'migrate-to': migrateTo,
  owner: makeOwner,
  demo: seedDemo,
}

async function main(names: readonly string[]): Promise<void> {
  report({ begun: true })
  const release = await holdMigrationLock(env.DATABASE_URL)
  try {
    const payload = await getPayload({ config, disableOnInit: true })
    for (const name of names) {
      const [word = '', argument = ''] = name.split('=', 2)
      const task = tasks[word]
      if (!task) throw new Error(`There is no task named ${word}`)
      await task(payload, argument)
      report({ done: name })
    }
    await payload.destroy()
  } finally {
    await release()
  }
}

process.on('disconnect', () => process.exit(1))

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    report({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    process.exit(1)
  },
)
