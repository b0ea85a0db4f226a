import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

async function asked(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Gives `work` an empty database beside the shop's own, which is gone afterwards. Needs the right to make databases. */
export async function withScratch<T>(url: string, work: (scratch: string) => Promise<T>): Promise<T> {
  const name = `molini_scratch_${randomBytes(4).toString('hex')}`
  const scratch = new URL(url)
  scratch.pathname = `/${name}`
  await asked(url, `CREATE DATABASE ${name} TEMPLATE template0`)
  try {
    return await work(scratch.href)
  } finally {
    await asked(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
}
