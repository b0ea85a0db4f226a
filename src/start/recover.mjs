import { appendFileSync, chmodSync, existsSync } from 'node:fs'
import { inCheckout } from './checkout.mjs'
import { run, runAloud } from './run.mjs'
import { Refusal, say } from './say.mjs'

/** Where data is belongs to a machine, not to the shop. */
const ofMachine = new Set(['MOLINI_DATA_DIR'])
const launcher = inCheckout('src/start/launch.mjs')

/** Each is a command that anybody may also run alone; `restore` refuses a database that holds a shop, before anything is changed. */
const planOf = ({ at, isAdopted, isBuilt }) => [
  { what: 'Rows, pictures and newer migrations', command: ['restore', '--at', at] },
  { what: 'Variables of the shop', command: ['restore', '--at', at, '--configuration'], isRead: true },
  { what: 'The audit log, entry by entry', command: ['audit:verify'] },
  ...(isAdopted
    ? [{ what: 'Backups and pictures belong to this machine, shown by one', command: ['backup', '--adopt'] }]
    : []),
  ...(isBuilt ? [] : [{ what: 'The pages', command: ['build'] }]),
]

const spoken = ([name, ...rest]) => `npm run ${name}${rest.length > 0 ? ` -- ${rest.join(' ')}` : ''}`

/** Those that this machine does not set already, as lines. */
const unset = (output) =>
  output.split('\n').filter((line) => {
    const [, name] = /^([A-Z][A-Z0-9_]*)=/.exec(line) ?? []
    return name !== undefined && !ofMachine.has(name) && !process.env[name]
  })

/** Only names are said: values are secrets. */
async function keepVariables(command, file) {
  const { code, output } = await run(process.execPath, [launcher, ...command], { cwd: inCheckout() })
  if (code !== 0) say(output)
  const lines = code === 0 ? unset(output) : []
  const names = lines.map((line) => line.slice(0, line.indexOf('=')))
  if (lines.length > 0) {
    appendFileSync(file, `\n${lines.join('\n')}\n`, { mode: 0o600 })
    chmodSync(file, 0o600)
    // What is set to nothing would stay so.
    for (const name of names) delete process.env[name]
    process.loadEnvFile(file)
  }
  if (code === 0) say(`  ${names.length > 0 ? `${names.join(', ')} are in ${file}` : 'All are set already'}`)
  return code
}

/**
 * `npm run recover`: a new machine becomes the shop that was lost, in one command, from `BACKUP_KEY`, where the backups are and an empty
 * database. `-- --at <time>` takes another moment than the last one. `--adopt` says that the old machine is gone. `--variables <file>`
 * names another file than `.env` for what the shop was set to. Where a step fails, the commands that are left are said.
 */
export async function recover(_command, args) {
  const valueOf = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const at = valueOf('--at') ?? new Date().toISOString()
  const file = valueOf('--variables') ?? inCheckout('.env')
  const isAdopted = args.includes('--adopt')
  const isBuilt = existsSync(inCheckout(process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID'))
  if (!process.env.BACKUP_KEY) throw new Refusal('BACKUP_KEY must be set: without it no backup opens.')
  process.env.NODE_ENV ??= 'production'
  const begun = performance.now()
  const plan = planOf({ at, isAdopted, isBuilt })
  for (const [index, { what, command, isRead }] of plan.entries()) {
    say(`\n${index + 1} of ${plan.length}. ${what}: ${spoken(command)}`)
    const code = isRead
      ? await keepVariables(command, file)
      : await runAloud(process.execPath, [launcher, ...command], { cwd: inCheckout() })
    if (code !== 0) {
      const left = plan.slice(index).map((one) => `\n  ${spoken(one.command)}`)
      throw new Refusal(`This step failed; the reason is above. Mend it, and go on with:${left.join('')}`)
    }
  }
  say(`\nThe shop is here (${((performance.now() - begun) / 1000).toFixed(0)} s). Start it with npm start.`)
  if (!isAdopted) say('When the old machine is gone for good: npm run backup -- --adopt')
}
