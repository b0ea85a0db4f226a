/** The one door: `node src/start/launch.mjs <command>`. Plain Node, since the packages may not be there yet. */
import { checkout } from './checkout.mjs'
import { install } from './install.mjs'
import { readDotEnv } from './environment.mjs'
import { requireNode } from './node-version.mjs'
import { Refusal, sayFailure } from './say.mjs'
import { isStopping, stop, stopOnSignals } from './stopping.mjs'

/** Loaded on demand: most of them need packages. `stays` is true for a command that serves until stopped. */
const commands = {
  dev: { stays: true, load: async () => (await import('./serve.mjs')).serve },
  start: { stays: true, load: async () => (await import('./serve.mjs')).serve },
  build: { load: async () => (await import('./build.mjs')).build },
  migrate: { load: async () => (await import('./migrations.mjs')).migrate },
  'migrate:create': { load: async () => (await import('./migrations.mjs')).createMigration },
  'migrate:status': { load: async () => (await import('./migrations.mjs')).showStatus },
  'migrate:check': { load: async () => (await import('./migrations.mjs')).checkDrift },
  generate: { load: async () => (await import('./migrations.mjs')).generate },
  'db:reset': { load: async () => (await import('./reset.mjs')).reset },
  'db:report': { load: async () => (await import('./database-report.mjs')).reportDatabase },
  'audit:verify': { load: async () => (await import('./audit.mjs')).verifyAudit },
  'staff:reset': { load: async () => (await import('./staff-reset.mjs')).resetStaff },
  'check:supply': { load: async () => (await import('./check-supply.mjs')).checkSupply },
  seed: { load: async () => (await import('./seed.mjs')).seed },
  backup: { load: async () => (await import('./backup.mjs')).backup },
  'backup:verify': { load: async () => (await import('./backup.mjs')).verify },
  restore: { load: async () => (await import('./backup.mjs')).restore },
  recover: { load: async () => (await import('./recover.mjs')).recover },
  bench: { load: async () => (await import('./bench.mjs')).bench },
  scoreboard: { load: async () => (await import('./bench.mjs')).scoreboard },
  'audit:pages': { load: async () => (await import('./bench.mjs')).auditPages },
}
/** Payload's own version check knows no npm overrides; a test of ours compares the versions instead. */
const quiet = { NEXT_TELEMETRY_DISABLED: '1', PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true' }
const withoutDev = new Set([
  'start',
  'migrate',
  'migrate:status',
  'backup',
  'backup:verify',
  'restore',
  'db:report',
  'audit:verify',
  'staff:reset',
])

async function main([name, ...rest]) {
  const args = rest.filter((word) => word !== '--')
  requireNode()
  const command = commands[name]
  if (!command) throw new Refusal(`Say one of: ${Object.keys(commands).join(', ')}.`)
  process.chdir(checkout)
  Object.assign(process.env, quiet)
  readDotEnv()
  await install({ withoutDev: withoutDev.has(name) })
  const run = await command.load()
  await run(name, args)
  if (!command.stays) await stop(0)
}

stopOnSignals()
setInterval(() => {}, 2 ** 30)
main(process.argv.slice(2)).catch((error) => {
  if (isStopping()) return
  sayFailure(error)
  void stop(1)
})
