import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../run.mjs'
import { giveTo } from './account.mjs'
import { asAccount, failure } from './programs.mjs'

/** Made beside its place and renamed, so that an interrupted start leaves no half cluster. */
export async function initialise(cluster, { superuser, password, isThrowaway }) {
  const draft = `${cluster.dir}.new`
  const passwordFile = `${draft}-password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  giveTo(draft, cluster.account)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(passwordFile, cluster.account)
  const args = ['-D', draft, '-U', superuser, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  args.push(
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    ...(isThrowaway ? ['--no-sync'] : []),
  )
  try {
    const { code, output } = await run(join(cluster.binaries, 'bin', 'initdb'), args, asAccount(cluster))
    if (code !== 0) throw failure('Postgres could not make its data directory', output)
    renameSync(draft, cluster.dir)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}
