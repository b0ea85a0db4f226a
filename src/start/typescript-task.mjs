import { randomBytes } from 'node:crypto'
import { runHelper } from './helper-process.mjs'
import { Refusal } from './say.mjs'

/** They sign nothing. By chance, since at a public address any other secret is refused. */
const chance = () => randomBytes(24).toString('hex')

/** Enough for code that touches no database, such as writing types. */
const standIns = {
  DATABASE_URL: 'postgres://nobody:nobody@127.0.0.1:1/nothing',
  PAYLOAD_SECRET: chance(),
  CRON_SECRET: chance(),
}

const aliases = { PAYLOAD_SECRET: 'BETTER_AUTH_SECRET' }

/** An empty variable counts as missing, as everywhere. */
const missing = (set) =>
  Object.fromEntries(Object.entries(standIns).filter(([name]) => !set[name] && !set[aliases[name]]))

/**
 * Runs one of our TypeScript files to its end, in the foreground. It must report `{ done }`, since a
 * process whose event loop ran empty also exits with 0.
 */
export async function runTypescript(file, args, variables = {}, onMessage = () => {}, onStart = undefined) {
  let isDone = false
  const code = await runHelper(file, args, {
    env: { ...process.env, ...missing(process.env), ...variables },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    onStart,
    onMessage: (message) => {
      isDone ||= Boolean(message.done)
      onMessage(message)
    },
  })
  if (code !== 0 || !isDone)
    throw new Refusal(`${file} did not do its work (exit ${code}); the reason is above.`)
}
