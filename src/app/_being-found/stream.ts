import type { Parts } from './turns'

const encoder = new TextEncoder()

/**
 * Sends what `parts` yields as it comes, never more than one part ahead of the reader. A fault in the middle breaks the
 * answer off, so that nobody takes half of it for all.
 */
export function streamed(parts: Parts, headers: Record<string, string>): Response {
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await parts.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      async cancel() {
        await parts.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, { headers: { 'X-Content-Type-Options': 'nosniff', ...headers } })
}

/** Letters of a part: much more would be one large object, which is kept until all of the memory is looked through. */
const largest = 65_536

/** What `write` makes of each item, in parts of one size however many items a batch has. */
export async function* partsOf<Item>(
  batches: AsyncIterable<readonly Item[]>,
  write: (item: Item) => string,
): AsyncGenerator<string> {
  let part = ''
  for await (const items of batches)
    for (const item of items) {
      part += write(item)
      if (part.length < largest) continue
      yield part
      part = ''
    }
  if (part) yield part
}

/** As `streamed`; who asks for the headers alone reads nothing, and takes no turn. */
export const streamedTo = (
  { method }: Request,
  begin: () => Parts,
  headers: Record<string, string>,
): Response => (method === 'HEAD' ? new Response(null, { headers }) : streamed(begin(), headers))
