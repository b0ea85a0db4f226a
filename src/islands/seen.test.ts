import { beforeEach, expect, test, vi } from 'vitest'
import { storageKeys } from '#domain/kept-keys'
import { dropUnasked, forgetSeen, readSeen, rememberSeen, type Seen } from './seen'

const key = storageKeys.seen
const shoe = (slug: string): Seen => ({ slug, name: slug, colour: 'cognac', picture: '' })

let kept: Map<string, string>

/** The store of a browser. */
beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  })
})

test('before somebody has asked for it nothing is remembered, and asking whether it is keeps nothing', () => {
  expect(readSeen()).toBeUndefined()
  dropUnasked()
  expect([...kept]).toEqual([])
})

test('who has asked has the last nine remembered, the last first and each once', () => {
  for (const slug of 'abcdefghijkc') rememberSeen(shoe(slug))
  expect(readSeen()?.map(({ slug }) => slug)).toEqual([...'ckjihgfed'])
})

test('ended, nothing of it stays', () => {
  rememberSeen(shoe('a'))
  forgetSeen()
  expect([...kept]).toEqual([])
  expect(readSeen()).toBeUndefined()
})

test('what was kept without being asked is dropped; what was asked for stays', () => {
  kept.set(key, JSON.stringify([shoe('a')]))
  expect(readSeen()).toBeUndefined()
  dropUnasked()
  expect([...kept]).toEqual([])
  rememberSeen(shoe('b'))
  dropUnasked()
  expect(readSeen()).toEqual([shoe('b')])
})

test.each(['', 'no JSON', 'null', '7', '{"shoes":7}'])('"%s" in its place is as good as nothing', (value) => {
  kept.set(key, value)
  expect(readSeen()).toBeUndefined()
})

test('a browser that keeps nothing says so', () => {
  vi.stubGlobal('localStorage', undefined)
  expect([readSeen(), rememberSeen(shoe('a'))]).toEqual([undefined, false])
  expect(forgetSeen).not.toThrow()
})
