import { runHelper } from './helper-process.mjs'
import { Refusal, say, speaksOfFullDisk } from './say.mjs'

/** Schema changes and seeds outlast the limits that protect a serving shop. */
const unlimited = { statement_timeout: '0', lock_timeout: '60000', idle_in_transaction_session_timeout: '0' }

/** Straight to the database: a transaction pooler would lose the advisory lock. */
export function urlForChanges({ DATABASE_URL, DATABASE_URL_UNPOOLED }) {
  const url = new URL(DATABASE_URL_UNPOOLED || DATABASE_URL)
  for (const [name, value] of Object.entries(unlimited)) url.searchParams.set(name, value)
  return url.href
}

/**
 * Does `tasks` (`migrate`, `owner`, `demo`) on the database of `environment` in one helper process. Tells
 * `onOwner` of an owner that it made. Throws unless every task reported that it is done.
 */
export async function prepare(tasks, environment, { log = say, onOwner = () => {} } = {}) {
  const done = new Set()
  let failed = ''
  let noise = ''
  const code = await runHelper('src/start/prepare.ts', tasks, {
    env: { ...environment, DATABASE_URL: urlForChanges(environment), PAYLOAD_MIGRATING: 'true' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    onStart: ({ stdout, stderr }) => {
      for (const stream of [stdout, stderr])
        stream.on('data', (chunk) => (noise = (noise + chunk).slice(-500_000)))
    },
    onMessage: (message) => {
      if (message.progress) log(`  ${message.progress}`)
      if (message.owner) onOwner(message.owner)
      if (message.done) done.add(message.done)
      if (message.failed) failed = message.failed
    },
  })
  if (code === 0 && tasks.every((task) => done.has(task))) return
  const undone = tasks.filter((task) => !done.has(task))
  throw whyNot(undone, code, `${failed}\n${noise}`)
}

function whyNot(undone, code, noise) {
  if (speaksOfFullDisk(noise))
    return new Refusal('The disk is full: the database could not be brought up to date.')
  const what = { migrate: 'migrated', owner: 'given an owner', demo: 'filled with the demo shop' }[undone[0]]
  return new Error(`The database could not be ${what ?? 'prepared'} (exit ${code}).\n${excerpt(noise)}`)
}

/** Database errors quote whole migrations; the first words of each line tell what happened. */
const excerpt = (noise) =>
  noise
    .trim()
    .split('\n')
    .slice(0, 40)
    .map((line) => line.slice(0, 300))
    .join('\n')
