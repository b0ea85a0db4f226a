import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { env } from '#env'
import { checkReady } from '#ops/health'
import { keepPoints } from '#ops/points/keep-points'
import { writeStatus } from '#ops/points/status'
import { diskStore } from '#ops/storage/disk-store'
import { createLocalReq } from 'payload'
import { withClient } from '../start/testing/database'
import { getTestPayload } from '../start/testing/payload'
import { getPoints } from './admin-points'

test('a fault of the archive is kept for the dashboard and said by the health page, and the shop stays ready', async () => {
  const payload = await getTestPayload()
  const dataDir = mkdtempSync(join(inject('dataRoot'), 'points-'))
  Object.assign(env, { BACKUP_KEY: 'x'.repeat(32), MOLINI_DATA_DIR: dataDir })
  expect(await getPoints(payload)).toBeUndefined()

  const store = diskStore({ folder: dataDir, secret: 'x', origin: 'http://x' })
  const task = {
    shelf: { store, secret: 'x'.repeat(32) },
    dataDir,
    withClient: <T>(work: Parameters<typeof withClient<T>>[1]) => withClient(env.DATABASE_URL, work),
  }
  await expect(keepPoints(task)).rejects.toThrow('without its archive')
  expect(await getPoints(payload)).toMatchObject({
    fault: { words: expect.stringContaining('start the shop anew') as unknown },
    isLate: false,
  })
  expect(await getPoints(payload, new Date(Date.now() + 6 * 60_000))).toMatchObject({ isLate: true })
  const readiness = await checkReady(await createLocalReq({}, payload))
  expect(readiness).toMatchObject({ ready: true, problems: [] })
  expect(readiness.warnings[0]).toContain('is not archived')

  await writeStatus(dataDir, { base: { id: 'x', at: '2026-11-27T02:00:00.000Z', bytes: 1 } })
  expect(await getPoints(payload)).toEqual({ since: '2026-11-27T02:00:00.000Z', isLate: false })
  expect((await checkReady(await createLocalReq({}, payload))).warnings).toEqual([])
})
