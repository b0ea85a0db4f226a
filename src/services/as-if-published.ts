import type { PayloadRequest } from 'payload'
import { inTransaction } from './transaction'

export type Drafted = 'articles' | 'pages' | 'products' | 'styles'

export interface Draft {
  collection: Drafted
  id: string
}

type Values = Record<string, unknown>

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : ((value as { id?: string } | null | undefined)?.id ?? undefined)

/** The newest version of a document in every language, as it would be published. */
async function newest(req: PayloadRequest, { collection, id }: Draft): Promise<Values | undefined> {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { equals: id } },
    draft: true,
    locale: 'all',
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs[0] as Values | undefined
}

/** Below the hooks: nothing is told to anybody, since nothing of it stays. */
async function put(req: PayloadRequest, { collection, id }: Draft): Promise<Values | undefined> {
  const found = await newest(req, { collection, id })
  if (!found) return undefined
  const data = structuredClone({ ...found, _status: 'published' })
  await req.payload.db.updateOne({ collection, id, data, req, returning: false })
  return found
}

/**
 * Runs `work` as if the newest draft of a document, and of the style it belongs to, were published, and then undoes
 * it: a preview shows what publishing would show, with the very reads of the shop, and nobody else sees any of it.
 * `work` is given the document and reads in the transaction of `req`. Undefined when there is no such document.
 */
export async function asIfPublished<T>(
  req: PayloadRequest,
  draft: Draft,
  work: (doc: Values) => Promise<T>,
): Promise<T | undefined> {
  const undo = new Error('A preview is undone on purpose')
  let shown: T | undefined
  try {
    await inTransaction(req, async () => {
      const doc = await put(req, draft)
      const style = draft.collection === 'products' ? idOf(doc?.style) : undefined
      if (style) await put(req, { collection: 'styles', id: style })
      if (doc) shown = await work(doc)
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return shown
}
