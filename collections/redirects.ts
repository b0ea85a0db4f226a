import type { CollectionConfig, TextFieldSingleValidation } from 'payload'
import { anyone, can, never } from './access'

/** Neither back to itself nor to an address that has moved too: nobody is sent in a circle, or twice. */
const directPath: TextFieldSingleValidation = async (value, { req, siblingData }) => {
  const shape = ownPath(value)
  if (shape !== true) return shape
  if ((siblingData as { from?: unknown }).from === value) return 'An address cannot lead to itself.'
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { from: { equals: value } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0] ? `That address has moved itself, to ${docs[0].to}. Lead there.` : true
}

/** Where an old address leads. A changed slug leaves one by itself. */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  admin: { group: 'Content', useAsTitle: 'from', defaultColumns: ['from', 'to'] },
  access: {
    read: anyone,
    create: can('content.write'),
    update: can('content.write'),
    delete: can('content.write'),
    readVersions: never,
  },
  fields: [
    {
      name: 'from',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 300,
      validate: ownPath,
    },
    { name: 'to', type: 'text', required: true, maxLength: 300, validate: directPath },
  ],
}

function ownPath(value: unknown): string | true {
  return /^\/(?!\/)[^\s?#]*$/.test(String(value)) || 'A path that starts with one slash.'
}
