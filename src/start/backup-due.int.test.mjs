import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { run } from './run.mjs'
import { createDatabase, withClient } from './testing/database'

let url
let folder
beforeAll(async () => {
  url = await createDatabase(inject('clusterUrl'), 'due')
  folder = mkdtempSync(join(inject('dataRoot'), 'due-'))
})

/** `--quick`: what proves one is shown elsewhere. */
const backupWhenDue = () =>
  run(process.execPath, [inCheckout('src/start/launch.mjs'), 'backup', '--due', '--quick'], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      MOLINI_DATA_DIR: folder,
      BACKUP_KEY: 'a-key-of-backups-for-tests-alone-ok',
    },
  })
const lastTurn = (ago) =>
  withClient(url, (client) =>
    client.query(
      `INSERT INTO shop_marks (name, value, at) VALUES ('turn:backup', '{}', now() - $1::interval)
        ON CONFLICT (name) DO UPDATE SET at = excluded.at`,
      [ago],
    ),
  )
const saved = () => readdirSync(folder, { recursive: true }).filter((name) => name.includes('manifest'))

test('backup --due saves the shop when a day has passed since the last, and does nothing before', async () => {
  await lastTurn('23 hours')
  expect(await backupWhenDue()).toEqual({ code: 0, output: '' })
  expect(saved()).toEqual([])
  await lastTurn('24 hours')
  const { code, output } = await backupWhenDue()
  expect(code, output).toBe(0)
  expect(output).toMatch(/Saved as /)
  expect(saved()).toHaveLength(1)
  expect(await backupWhenDue()).toEqual({ code: 0, output: '' })
  expect(saved()).toHaveLength(1)
})
