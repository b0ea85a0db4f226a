import { expect, test } from 'vitest'
import { env } from '#env'
import { rememberFault, rememberProof } from '#ops/backup/memory'
import { withClient } from '../start/testing/database'
import { getTestPayload } from '../start/testing/payload'
import { getBackups } from './admin-backups'

const at = new Date('2026-11-27T02:30:00Z')
const proof = { id: 'x', at: at.toISOString(), rows: 12, files: 3, bytes: 99, seconds: 4 }
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000)

test('a shop without backups is told so; a proof counts for a day and a half; a fault stays until the next proof', async () => {
  const payload = await getTestPayload()
  expect(await getBackups(payload)).toEqual({ isOn: false, isLate: true })
  Object.assign(env, { BACKUP_KEY: 'x'.repeat(32) })
  await withClient(env.DATABASE_URL, async (client) => {
    await rememberProof(client, proof, at)
    expect(await getBackups(payload, later(35))).toMatchObject({
      isOn: true,
      isLate: false,
      proof: { rows: 12 },
    })
    expect(await getBackups(payload, later(37))).toMatchObject({ isLate: true })
    await rememberFault(client, 's3: answers 403', later(20))
    expect(await getBackups(payload, later(21))).toMatchObject({
      proof: { rows: 12 },
      fault: { words: 's3: answers 403' },
    })
    await rememberProof(client, proof, later(22))
    expect((await getBackups(payload, later(23))).fault).toBeUndefined()
  })
})
