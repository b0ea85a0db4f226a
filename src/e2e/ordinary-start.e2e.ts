import { chownSync, chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { databaseAccount } from '../start/postgres/account.mjs'
import { startShop } from '../start/testing/shop.mjs'

type Account = ReturnType<typeof databaseAccount>

/** A folder for a shop's data, which `account` owns when there is one. */
function emptyFolder(account?: Account): string {
  const folder = mkdtempSync(join(tmpdir(), 'molini-shop-'))
  if (account) chownSync(folder, account.uid, account.gid)
  else chmodSync(folder, 0o711)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function takenPort(): Promise<{ port: number; holder: Server }> {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void holder.close())
  return { port: (holder.address() as AddressInfo).port, holder }
}

test('an ordinary user starts a stocked shop, with nothing of root’s to write to; the password of its owner is shown once', async () => {
  const account = databaseAccount()
  const dataDir = join(emptyFolder(account), 'data')
  const start = () =>
    startShop({ dataDir, account, environment: { SEED_OWNER_EMAIL: '', SEED_OWNER_PASSWORD: '' } })
  const shown = /with the password (\S+)/
  const shop = await start()
  try {
    expect((await fetch(shop.url)).status).toBe(200)
    expect((await fetch(`${shop.url}/api/health/ready`)).status).toBe(200)
    const [, password = ''] = shown.exec(shop.log()) ?? []
    expect(password.length).toBeGreaterThanOrEqual(20)
    const signedIn = await fetch(`${shop.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: shop.url },
      body: JSON.stringify({ email: 'owner@molini.example', password }),
    })
    expect(signedIn.status).toBe(200)
  } finally {
    await shop.stop()
  }
  const again = await start()
  onTestFinished(() => again.stop())
  expect(again.log()).toContain(again.url)
  expect(again.log()).not.toMatch(shown)
})

test('development from nothing: the port is taken, so the shop opens on the next one', async () => {
  const { port } = await takenPort()
  const environment = { PORT: String(port) }
  const shop = await startShop({ command: 'dev', dataDir: join(emptyFolder(), 'data'), environment })
  onTestFinished(() => shop.stop())
  expect(Number(new URL(shop.url).port)).toBeGreaterThan(port)
  const home = await fetch(shop.url)
  expect(home.status).toBe(200)
  expect(await home.text()).toContain('/p/')
  expect((await fetch(`${shop.url}/dev/mail`)).status).toBe(200)
}, 300_000)
