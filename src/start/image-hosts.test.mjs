import { hasRemoteMatch } from 'next/dist/shared/lib/match-remote-pattern'
import { expect, test } from 'vitest'
import { imageHosts } from './image-hosts.mjs'

const token = Buffer.from(JSON.stringify({ apiKey: 'k', appId: 'abc123', regions: ['sea1'] })).toString(
  'base64',
)
const isAllowed = (url, environment) => hasRemoteMatch([], imageHosts(environment), new URL(url))

test.each([{ UPLOADTHING_TOKEN: token }, { UPLOADTHING_APP_ID: 'abc123' }])(
  'files of the own app are let in',
  (environment) => {
    for (const url of [
      'https://abc123.ufs.sh/f/key',
      'https://utfs.io/f/key',
      'https://utfs.io/a/abc123/key',
    ])
      expect(isAllowed(url, environment), url).toBe(true)
  },
)

test('nothing else is', () => {
  for (const url of [
    'https://other.ufs.sh/f/key',
    'https://ufs.sh/f/key',
    'https://abc123.ufs.sh.evil.example/f/key',
    'https://x.abc123.ufs.sh/f/key',
    'http://abc123.ufs.sh/f/key',
    'https://abc123.ufs.sh:8443/f/key',
    'https://abc123.ufs.sh/other/key',
    'https://abc123.ufs.sh/f/key/deeper',
    'https://abc123.ufs.sh/f/key?x=1',
    'https://utfs.io/a/other/key',
  ])
    expect(isAllowed(url, { UPLOADTHING_TOKEN: token }), url).toBe(false)
})

test('without UploadThing there is no other host', () => {
  for (const environment of [{}, { UPLOADTHING_TOKEN: 'nonsense' }, { UPLOADTHING_APP_ID: '*' }])
    expect(imageHosts(environment)).toEqual([])
})
