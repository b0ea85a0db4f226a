import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const names = ['PAYLOAD_SECRET', 'CRON_SECRET']

/** The secrets that were not given: made once, kept in the data directory for our eyes only. */
export function keepSecrets(dataDir, environment) {
  if (names.every((name) => environment[name])) return {}
  const file = join(dataDir, 'secrets.json')
  if (!existsSync(file)) make(file)
  const kept = JSON.parse(readFileSync(file, 'utf8'))
  return Object.fromEntries(names.filter((name) => !environment[name]).map((name) => [name, kept[name]]))
}

/** Whole or not at all: a half-written secret would sign sessions that nobody can verify later. */
function make(file) {
  const draft = `${file}.${process.pid}`
  const made = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('hex')]))
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
