export interface DocumentLink {
  text: string
  href?: string
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

const kinds: Readonly<Record<string, { collection: string; word: string }>> = {
  order: { collection: 'orders', word: 'Order' },
  shipment: { collection: 'shipments', word: 'Parcel' },
}

/** Where the document named by a movement is looked at: an order number is searched, `shipment:<id>` opened. */
export function documentLink(document: string | undefined): DocumentLink | undefined {
  if (!document) return undefined
  const number = /M-\d+/.exec(document)?.[0]
  if (number) return { text: number, href: `/admin/collections/orders?search=${number}` }
  const id = uuid.exec(document)?.[0]
  const kind = kinds[document.split(':')[0] ?? '']
  if (id && kind) return { text: kind.word, href: `/admin/collections/${kind.collection}/${id}` }
  return { text: document }
}
