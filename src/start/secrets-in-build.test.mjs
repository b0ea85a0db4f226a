import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { operatorVariables, readEnvironment } from './environment.mjs'
import { secretNames, secretsInBuild, sentinelsFor } from './secrets-in-build.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'molini-build-'))
  write('dist/static/chunks/one.js', 'console.log("STRIPE_SECRET_KEY, PAYLOAD_SECRET")')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(name, text) {
  const file = join(root, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
const scan = (environment) =>
  secretsInBuild({ dist: join(root, 'dist'), published: [join(root, 'public/assets')], environment })

const sentinels = sentinelsFor({})
const looked = secretNames.filter((name) => sentinels[name])

test('a build that was given nothing looks for a value of nearly every secret', async () => {
  expect(scan(sentinels)).toEqual({ names: looked, files: 1, found: [] })
  expect(secretNames.filter((name) => !looked.includes(name))).toEqual([
    ...['DATABASE_URL_UNPOOLED', 'DATABASE_REPLICA_URLS', 'BETTER_AUTH_SECRET'],
    ...['UPLOADTHING_TOKEN', 'UPLOADTHING_SECRET', 'VERCEL_AUTOMATION_BYPASS_SECRET'],
  ])
  const building = { ...sentinels, NODE_ENV: 'production', NEXT_PHASE: 'phase-production-build' }
  expect(await readEnvironment(building)).toMatchObject({ isBuilding: true })
})

test.each(looked)('%s in a chunk is found', (name) => {
  write('dist/static/chunks/two.js', `var a="${sentinels[name]}";`)
  expect(scan(sentinels).found).toEqual([`${name} in static/chunks/two.js`])
})

const key = 'a"+/ü? quiet heron'
test.each([
  ['in a page drawn in advance', 'dist/server/app/eu/offline.html', key],
  ['in what a page is made of', 'dist/server/app/eu/offline.segments/_full.segment.rsc', key],
  ['in a map of a source', 'dist/static/chunks/one.js.map', key],
  ['in an island', 'public/assets/islands.js', key],
  ['in an address', 'dist/static/a.js', encodeURIComponent(key)],
  ['in JSON', 'dist/static/a.json', JSON.stringify({ key })],
  ['in base64', 'dist/static/a.js', Buffer.from(key).toString('base64')],
])('a secret %s is found', (_, file, text) => {
  write(file, `some text ${text} and more`)
  expect(scan({ EMAIL_PASS: key }).found).toHaveLength(1)
})

test('the password of an address and the key of a token are found by themselves', () => {
  const token = Buffer.from(JSON.stringify({ apiKey: 'key-of-the-store', appId: 'a', regions: ['x'] }))
  write('dist/static/a.js', '"quiet+herons" "key-of-the-store"')
  const environment = {
    DATABASE_URL: 'postgres://shop:quiet%2Bherons@db.example.com/shop',
    UPLOADTHING_TOKEN: token.toString('base64'),
  }
  expect(scan(environment).found).toEqual(['DATABASE_URL in static/a.js', 'UPLOADTHING_TOKEN in static/a.js'])
})

test('what only the server reads may hold it, and no value is told', () => {
  write('dist/server/chunks/one.js', sentinels.CRON_SECRET)
  write('dist/static/a.js', sentinels.BACKUP_KEY)
  const { found } = scan(sentinels)
  expect(found).toEqual(['BACKUP_KEY in static/a.js'])
})

test('what an operator has set is looked for, and no half of a group is made up', () => {
  const given = { GOOGLE_CLIENT_ID: 'own', GOOGLE_CLIENT_SECRET: 'own-secret-of-the-shop', S3_BUCKET: 'own' }
  const rest = sentinelsFor({ ...given, BETTER_AUTH_SECRET: 'x'.repeat(32) })
  for (const name of ['GOOGLE_CLIENT_ID', 'PAYLOAD_SECRET', 'BACKUP_S3_BUCKET', 'S3_ACCESS_KEY_ID'])
    expect(rest[name]).toBeUndefined()
  write('dist/static/a.js', 'own-secret-of-the-shop')
  expect(scan({ ...rest, ...given }).found).toEqual(['GOOGLE_CLIENT_SECRET in static/a.js'])
})

test('each variable that sounds like a secret is known as one, but for two that are none', async () => {
  const sounds = (await operatorVariables()).filter((name) =>
    /SECRET|PASS|TOKEN|KEY|DATABASE.*URL|REDIS/.test(name),
  )
  const open = ['S3_ACCESS_KEY_ID', 'STRIPE_PUBLISHABLE_KEY']
  expect(sounds.filter((name) => !secretNames.includes(name)).toSorted()).toEqual(open)
})
