import { fork, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { chooseAddress } from './address.mjs'
import { inCheckout } from './checkout.mjs'
import { lookAt, refuseNewerSchema } from './database-state.mjs'
import { openGround } from './ground.mjs'
import { readEnvironment } from './environment.mjs'
import { endGroup } from './leftovers.mjs'
import { settlePooler } from './pooler.mjs'
import { memoryFlags } from './memory-flags.mjs'
import { isFree } from './ports.mjs'
import { prepare } from './prepare.mjs'
import { identify } from './process-identity.mjs'
import { Refusal, say, step } from './say.mjs'
import { isStopping, onStop, stop } from './stopping.mjs'
import { startTicker } from './ticker.mjs'
import { introduce, sayUnread, welcome } from './welcome.mjs'

/** `npm run dev` and `npm start`: everything from an empty folder to a shop that answers. */
export async function serve(command) {
  const isDev = command === 'dev'
  process.env.NODE_ENV = isDev ? 'development' : 'production'
  // What is set wrongly is said before what is missing.
  const { unread } = await readEnvironment()
  if (!isDev && !existsSync(inCheckout(process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID')))
    throw new Refusal('There is no production build yet: run npm run build first.')
  say(isDev ? 'Starting the shop' : 'Starting the shop in production')
  sayUnread(unread)
  const choose = (environment) => chooseAddress(environment, isDev)
  const ground = await step('Database is open', () => openGround(command, { chooseAddress: choose }))
  const { address } = ground
  const variables = { ...ground.variables, ...address.variables, NODE_ENV: process.env.NODE_ENV }
  await settlePooler(ground)
  const owner = await bringUpToDate(variables, isDev)
  if (isDev) await (await import('../islands/build.mjs')).buildIslands()
  await step('Server is listening', () => startServer({ ...ground, isDev, variables }))
  if (isDev) void warmUp(address.local).then(() => onStop(startJobs(address.local, variables)))
  welcome(address.url, isDev, variables.MOLINI_DATA_DIR)
  introduce(owner)
  process.send?.({ ready: { url: address.url, databaseUrl: variables.DATABASE_URL } })
}

/** Development compiles a page when it is first asked for: the home page before anything else. */
const warmUp = (url) =>
  fetch(url).then(
    (answer) => answer.arrayBuffer(),
    () => undefined,
  )

function startJobs(url, { CRON_SECRET }) {
  const stopTicking = startTicker({ url, secret: CRON_SECRET })
  return async () => stopTicking()
}

/** Looks first, without loading Payload: mostly there is nothing to do. */
async function bringUpToDate(variables, isDev) {
  const state = await lookAt(variables)
  refuseNewerSchema(state)
  const mayHaveDemo = variables.MOLINI_EMBEDDED === '1' || isDev
  const tasks = []
  if (state.missing.length > 0) tasks.push('migrate')
  if (!state.hasOwner) tasks.push('owner')
  if (mayHaveDemo && (state.demo === 'begun' || (state.isEmpty && !state.demo))) tasks.push('demo')
  if (tasks.length === 0) return undefined
  if (state.missing.length > 0) say(`  Migrating the database (${state.missing.length} to run)`)
  if (tasks.includes('demo')) say('  Filling the empty shop with the demo catalogue')
  let owner
  const heard = (made) => (owner = made)
  try {
    await step('Database is up to date', () => prepare(tasks, variables, { onOwner: heard }))
  } catch (error) {
    introduce(owner)
    throw error
  }
  return owner
}

async function startServer({ isDev, variables, address, lock }) {
  const child = isDev ? startNextDev(variables, address) : startProduction(variables)
  const identity = identify(child.pid)
  lock.note({ url: address.url, children: [identity] })
  onStop(() => endGroup(identity))
  child.once('exit', (code) => {
    if (isStopping()) return
    say(`The server ended unexpectedly (${code}).`)
    void stop(1)
  })
  while (await isFree(address.port)) {
    if (child.exitCode !== null) await new Promise(() => {})
    await pause(100)
  }
}

/** In a process group of its own, so that Ctrl-C reaches us alone and we stop it before the database. */
const apart = { cwd: inCheckout(), detached: true }

function startNextDev(env, { port, host }) {
  const args = [inCheckout('node_modules/next/dist/bin/next'), 'dev', '-p', String(port), '-H', host]
  return spawn(process.execPath, args, { ...apart, env, stdio: ['ignore', 'inherit', 'inherit'] })
}

function startProduction(env) {
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc']
  const execArgv = [...process.execArgv, ...memoryFlags(env)]
  return fork(inCheckout('src/start/server.mjs'), { ...apart, env, stdio, execArgv })
}
