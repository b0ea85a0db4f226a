import { connectTo } from './database-state.mjs'
import { findOwner } from './lock.mjs'
import { openGround } from './ground.mjs'
import { prepare } from './prepare.mjs'
import { Refusal, say, step } from './say.mjs'

const local = new Set(['localhost', '127.0.0.1', '[::1]', '::1', ''])

/** `npm run db:reset`: an empty, migrated database. Development only; the next start seeds it. */
export async function reset(command) {
  refuseOutsideDevelopment(process.env)
  const { variables } = await openGround(command)
  const owner = findOwner(variables.MOLINI_DATA_DIR)
  if (owner && owner.pid !== process.pid) throw new Refusal(`Stop npm run ${owner.command} first.`)
  const client = await connectTo(variables)
  let shop
  try {
    shop = await shopOf(client)
    await client.query('drop schema public cascade; create schema public')
  } finally {
    await client.end()
  }
  await step('The database is empty and migrated', () => prepare(['migrate'], variables))
  if (shop) await becomeShop(variables, shop)
  say('The next npm run dev fills it with the demo shop.')
}

/** Pictures and backups of this folder belong to the shop by its id, which an emptied database keeps. */
async function shopOf(client) {
  const { rows } = await client.query(`select to_regclass('shop_marks') is not null as "isThere"`)
  if (!rows[0].isThere) return undefined
  return (await client.query(`select value from shop_marks where name = 'shop'`)).rows[0]?.value
}

async function becomeShop(variables, shop) {
  const client = await connectTo(variables)
  try {
    await client.query(`insert into shop_marks (name, value) values ('shop', $1) on conflict do nothing`, [
      JSON.stringify(shop),
    ])
  } finally {
    await client.end()
  }
}

/** As `pg` reads them: `?host=` wins over the host of the URL, and names a folder of sockets or several hosts. */
const hostsOf = ({ hostname, searchParams }) => [
  hostname,
  ...['host', 'hostaddr'].flatMap((name) => searchParams.getAll(name).flatMap((hosts) => hosts.split(','))),
]

const isLocal = (host) => local.has(host) || host.startsWith('/')

export function refuseOutsideDevelopment({ NODE_ENV, VERCEL, DATABASE_URL, DATABASE_URL_UNPOOLED }) {
  if ((NODE_ENV && NODE_ENV !== 'development') || VERCEL)
    throw new Refusal('db:reset is for development only: everything would be lost.')
  for (const url of [DATABASE_URL, DATABASE_URL_UNPOOLED]) {
    if (url && URL.canParse(url) && !hostsOf(new URL(url)).every(isLocal))
      throw new Refusal('db:reset refuses a database on another machine: everything in it would be lost.')
  }
}
