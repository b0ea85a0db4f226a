import { APIError, type CollectionBeforeDeleteHook, type CollectionConfig } from 'payload'
import { can, never } from './access'

const users = [
  { collection: 'price-campaigns', label: 'price campaign' },
  { collection: 'promotions', label: 'promotion' },
] as const

/** What is only for this group would be for everybody without it. */
const refuseUsedGroup: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const { collection, label } of users) {
    const { docs } = await req.payload.find({
      collection,
      where: { customerGroups: { contains: id } },
      limit: 1,
      depth: 0,
      overrideAccess: true,
      req,
    })
    if (docs[0])
      throw new APIError(
        `The ${label} "${docs[0].name}" is only for this group. Take the group out of it first.`,
        409,
        undefined,
        true,
      )
  }
}

/** Customers whom a promotion or a price campaign may be for. */
export const CustomerGroups: CollectionConfig = {
  slug: 'customer-groups',
  labels: { singular: 'Customer group', plural: 'Customer groups' },
  admin: { group: 'Customers', useAsTitle: 'name', defaultColumns: ['name', 'note'] },
  access: {
    read: can('promotions.read'),
    create: can('customers.write'),
    update: can('customers.write'),
    delete: can('customers.write'),
    readVersions: never,
  },
  hooks: { beforeDelete: [refuseUsedGroup] },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, maxLength: 80 },
    { name: 'note', type: 'textarea', maxLength: 500 },
    { name: 'members', type: 'join', collection: 'customers', on: 'groups' },
  ],
}
