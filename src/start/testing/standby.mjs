import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveTo, letPass } from '../postgres/account.mjs'
import { openCluster } from '../postgres/cluster.mjs'
import { withClient } from './database'

/**
 * A streaming replica below `base` of the cluster that runs below `of`, made by copying its files while it runs.
 * `extra` are settings of its own, such as a delay.
 */
export async function openStandby({ base, of, cluster, account, binaries, extra = {} }) {
  const [from, to] = [join(of, 'postgres'), join(base, 'postgres')]
  mkdirSync(base, { recursive: true, mode: 0o711 })
  letPass(base, account)
  copyFileSync(join(of, 'postgres-password'), join(base, 'postgres-password'))
  await withClient(cluster.urlOf('postgres'), async (client) => {
    await client.query(`SELECT pg_backup_start('standby', true)`)
    // Files that go while it copies are made again from the log.
    spawnSync('cp', ['-a', from, to], { stdio: 'ignore' })
    const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(false)')
    give(join(to, 'backup_label'), rows[0].labelfile)
  })
  function give(file, text) {
    writeFileSync(file, text, { mode: 0o600 })
    giveTo(file, account)
  }
  rmSync(join(to, 'postmaster.pid'), { force: true })
  give(join(to, 'standby.signal'), '')
  const { port, username, password } = new URL(cluster.urlOf('postgres'))
  const primary = `host=127.0.0.1 port=${port} user=${username} password=${password} application_name=standby`
  const settings = { primary_conninfo: primary, hot_standby: 'on', ...extra }
  return openCluster({ base, account, binaries, extra: settings, isThrowaway: true })
}
