import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { TableFacts } from './shelf'
import { columnList, quoted, type Table } from './tables'

/**
 * All rows as one stream: for each table a line of JSON with its name and columns, then its rows as COPY writes them in
 * pieces, each behind its length in four bytes, and a length of zero. Compressed as a whole.
 */
export type Progress = (line: string) => void

const lengthOf = (bytes: number): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(bytes)
  return head
}

/**
 * Rows of a table as COPY writes them; `onEnd` hears how many there were and their checksum. Whoever stops reading has the
 * rest read away: until then the connection would answer nothing else, not even ROLLBACK.
 */
export async function* copyOut(
  client: ClientBase,
  table: Table,
  onEnd: (facts: TableFacts) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const copy = client.query(
    copyTo(`COPY (SELECT ${columnList(table)} FROM ONLY ${quoted(table.name)}) TO STDOUT`),
  ) as unknown as Readable & { rowCount: number }
  try {
    for await (const part of copy.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      hash.update(part)
      yield part
    }
  } finally {
    copy.resume()
    await finished(copy).catch(() => undefined)
  }
  onEnd({ ...table, rows: copy.rowCount, sha256: hash.digest('hex') })
}

async function* framed(
  client: ClientBase,
  tables: readonly Table[],
  onTable: (facts: TableFacts) => void,
): AsyncGenerator<Buffer> {
  for (const table of tables) {
    const head = Buffer.from(JSON.stringify(table))
    yield Buffer.concat([lengthOf(head.byteLength), head])
    for await (const part of copyOut(client, table, onTable))
      yield Buffer.concat([lengthOf(part.byteLength), part])
    yield lengthOf(0)
  }
}

/** Every row of `tables`, compressed. `onTable` hears what each held. Destroy it when it is not read to its end. */
export const writeRows = (
  client: ClientBase,
  tables: readonly Table[],
  onTable: (facts: TableFacts) => void,
): Readable => {
  const zip = createGzip({ level: 6 })
  // The error reaches whoever reads the compressed side.
  pipeline(Readable.from(framed(client, tables, onTable), { objectMode: false }), zip).catch((error: Error) =>
    zip.destroy(error),
  )
  return zip
}

/** Reads exact numbers of bytes from a stream. */
function reader(content: AsyncIterable<Uint8Array>) {
  const source = content[Symbol.asyncIterator]()
  let held = Buffer.alloc(0)
  const take = async (length: number): Promise<Buffer | undefined> => {
    const parts = [held]
    let size = held.byteLength
    while (size < length) {
      const { done, value } = await source.next()
      if (done) break
      parts.push(Buffer.from(value))
      size += value.byteLength
    }
    const all = Buffer.concat(parts)
    if (size === 0 && length > 0) return undefined
    if (size < length) throw new Error('The rows of the backup end too early')
    held = all.subarray(length)
    return all.subarray(0, length)
  }
  return take
}

type Take = ReturnType<typeof reader>

async function* pieces(take: Take): AsyncGenerator<Buffer> {
  for (;;) {
    const length = (await take(4))?.readUInt32BE()
    if (length === undefined) throw new Error('The rows of the backup end too early')
    if (length === 0) return
    const piece = await take(length)
    if (!piece) throw new Error('The rows of the backup end too early')
    yield piece
  }
}

/**
 * Writes what `writeRows` made into tables that are empty. Tells `onTable` what arrived. The client is in a transaction
 * in which nothing checks single rows.
 */
export async function loadRows(
  client: ClientBase,
  content: AsyncIterable<Uint8Array>,
  onTable: (facts: TableFacts) => void,
): Promise<void> {
  const unzip = createGunzip()
  const fed = pipeline(Readable.from(content, { objectMode: false }), unzip)
  fed.catch((error: Error) => unzip.destroy(error))
  const take = reader(unzip)
  for (let head = await take(4); head; head = await take(4)) {
    const table = JSON.parse((await take(head.readUInt32BE()))?.toString() ?? 'null') as Table
    const hash = createHash('sha256')
    const copy = client.query(copyFrom(`COPY ${quoted(table.name)} (${columnList(table)}) FROM STDIN`))
    const counted = async function* () {
      for await (const piece of pieces(take)) {
        hash.update(piece)
        yield piece
      }
    }
    await pipeline(Readable.from(counted(), { objectMode: false }), copy)
    onTable({
      ...table,
      rows: (copy as unknown as { rowCount: number }).rowCount,
      sha256: hash.digest('hex'),
    })
  }
  await fed
}
