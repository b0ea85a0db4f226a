import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { keepSecrets } from './secrets.mjs'

let folder
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'molini-secrets-'))))

test('secrets are made once, long, different, and for the owner of the file alone', () => {
  const made = keepSecrets(folder, {})
  expect(made.PAYLOAD_SECRET).toHaveLength(64)
  expect(made.CRON_SECRET).not.toBe(made.PAYLOAD_SECRET)
  expect(keepSecrets(folder, {})).toEqual(made)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('a secret that was given is left alone', () => {
  expect(Object.keys(keepSecrets(folder, { PAYLOAD_SECRET: 'given' }))).toEqual(['CRON_SECRET'])
})

test('nothing is written when both were given', () => {
  expect(keepSecrets(folder, { PAYLOAD_SECRET: 'given', CRON_SECRET: 'given' })).toEqual({})
  expect(readdirSync(folder)).toEqual([])
})
