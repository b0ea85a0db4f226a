import { expect, test } from 'vitest'
import { storeOf } from '#ops/storage/stores'
import { tampered } from '../../../../services/testing/tampered'
import { GET } from './route'

const open = async (address: string): Promise<{ status: number; text: string; headers: Headers }> => {
  const { pathname } = new URL(address)
  const key = pathname.replace('/api/files/', '').split('/').map(decodeURIComponent)
  const answer = await GET(new Request(address), { params: Promise.resolve({ key }) })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

test('a file on the disk is given by its signed address, as nothing but a download', async () => {
  const store = storeOf('backups')
  await store.put('backups/one.txt', Buffer.from('hello'), { type: 'text/html' })
  const { status, text, headers } = await open(await store.url('backups/one.txt', { seconds: 60 }))
  expect([status, text]).toEqual([200, 'hello'])
  expect(headers.get('Content-Disposition')).toBe('attachment')
  expect(headers.get('Content-Type')).toBe('application/octet-stream')
  expect(headers.get('Cache-Control')).toBe('private, no-store')
})

test('without a signature, with another one, over, or for what is no file of the store it is 404', async () => {
  const store = storeOf('backups')
  await store.put('backups/two.txt', Buffer.from('hello'), { type: 'text/plain' })
  const good = await store.url('backups/two.txt', { seconds: 60 })
  for (const address of [
    good.split('?')[0] ?? '',
    good.replace(/(?<=signature=).*/, tampered),
    await store.url('backups/two.txt', { seconds: -1 }),
    await store.url('backups/three.txt', { seconds: 60 }),
    good.replace('backups/two.txt', 'secrets.json'),
    good.replace('backups/two.txt', 'backups/..%2f..%2fsecrets.json'),
    good.replace(/expires=\d+/, 'expires=NaN'),
  ])
    expect((await open(address)).status, address).toBe(404)
})
