import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Characters sent at a time: few calls, little memory. */
const chunkSize = 65_536

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** One line of the text format of COPY. */
export const copyLine = (values: readonly (string | number)[]): string =>
  `${values.map((value) => String(value).replace(/[\\\t\n\r]/g, (char) => escapes[char] ?? char)).join('\t')}\n`

function* chunksOf(
  rows: Iterable<readonly (string | number)[]>,
  sent: (rows: number) => void,
): Generator<string> {
  let chunk = ''
  let count = 0
  for (const row of rows) {
    chunk += copyLine(row)
    count += 1
    if (chunk.length < chunkSize) continue
    yield chunk
    sent(count)
    chunk = ''
    count = 0
  }
  if (chunk) yield chunk
  sent(count)
}

/** Streams rows into `target`, such as `variants (id, sku)`, as fast as the server takes them. */
export async function copyRows(
  client: Client,
  target: string,
  rows: Iterable<readonly (string | number)[]>,
  sent: (rows: number) => void = () => {},
): Promise<void> {
  const into = client.query(copyFrom(`COPY ${target} FROM STDIN`))
  await pipeline(Readable.from(chunksOf(rows, sent)), into)
}
