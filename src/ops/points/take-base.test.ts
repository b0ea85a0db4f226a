import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import type { FileStore } from '../storage/file-store'
import { takeBase } from './take-base'

/** Files below a folder that this process has open. */
const openIn = (folder: string): string[] =>
  readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${name}`)
      return file.startsWith(folder) ? [file] : []
    } catch {
      return []
    }
  })

test.skipIf(process.platform !== 'linux')(
  'a copy that a store does not take lets go of the files of the database',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'molini-base-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'relation'), randomBytes(4_000_000))
    const rows = [{ system: '1', folder, database: 'shop', postgres: '17' }]
    const client = { query: () => Promise.resolve({ rows }) } as unknown as ClientBase
    // It takes the beginning, so that the file is open when it fails.
    const put = async (_key: string, content: AsyncIterable<Uint8Array>) => {
      let taken = 0
      const from = content[Symbol.asyncIterator]()
      while (taken < 100_000) taken += (await from.next()).value?.byteLength ?? Infinity
      throw new Error('no room')
    }
    const store = { put, delete: () => Promise.resolve() } as unknown as FileStore
    await expect(takeBase(client, { store, secret: 'of-a-test' })).rejects.toThrow('no room')
    await expect.poll(() => openIn(folder)).toEqual([])
  },
)
