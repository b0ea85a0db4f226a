import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { findOwner, takeLock } from './lock.mjs'
import { identify } from './process-identity.mjs'

let folder
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'molini-lock-'))))

const keep = (lock) => writeFileSync(join(folder, 'running.json'), JSON.stringify(lock))

test('the second to come learns who runs', () => {
  takeLock(folder, 'dev').note({ url: 'http://localhost:3000' })
  expect(takeLock(folder, 'start').owner).toMatchObject({
    pid: process.pid,
    command: 'dev',
    url: 'http://localhost:3000',
  })
})

test('a released lock can be taken again', () => {
  takeLock(folder, 'dev').release()
  expect(findOwner(folder)).toBeUndefined()
  expect(takeLock(folder, 'dev').owner).toBeUndefined()
})

test('the lock of a killed process is stale, and tells which server it left behind', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(other, 'spawn')
  keep({ ...identify(other.pid), command: 'dev', children: [{ pid: 1, beginning: 'x' }] })
  expect(takeLock(folder, 'dev').owner?.pid).toBe(other.pid)
  other.kill('SIGKILL')
  await once(other, 'exit')
  expect(takeLock(folder, 'dev').left.children).toEqual([{ pid: 1, beginning: 'x' }])
})

test('a pid that by now belongs to another process does not hold the lock', () => {
  keep({ pid: process.pid, beginning: 'before the last boot', command: 'dev' })
  expect(takeLock(folder, 'dev').owner).toBeUndefined()
})

test('a lock that cannot be read is replaced', () => {
  writeFileSync(join(folder, 'running.json'), '{')
  expect(takeLock(folder, 'dev').owner).toBeUndefined()
})

test('nothing but the lock stays behind', () => {
  takeLock(folder, 'dev')
  takeLock(folder, 'dev')
  expect(readdirSync(folder)).toEqual(['running.json'])
  expect(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')).pid).toBe(process.pid)
})
