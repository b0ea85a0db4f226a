import type { CollectionConfig } from 'payload'
import { roles } from '#domain/permissions'
import { can, canField, isStaff, never, staffCan, type StatedAccess } from './access'
import { closedAuthEndpoints, guardStaffAuth, recordSignIn, recordSignOut, staffCookies } from './staff-auth'

const self: NonNullable<CollectionConfig['access']>['read'] = ({ req: { user } }) => {
  if (staffCan(user, 'users.manage')) return true
  return isStaff(user) && user ? { id: { equals: user.id } } : false
}

const access: StatedAccess = {
  create: can('users.manage'),
  read: self,
  update: self,
  delete: can('users.manage'),
  readVersions: never,
  admin: ({ req: { user } }) => isStaff(user),
  unlock: can('users.manage'),
}

/** Staff. Customers are a collection of their own: their ids and cookies never mix. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'Staff member', plural: 'Staff' },
  admin: { group: 'Settings', useAsTitle: 'name', defaultColumns: ['name', 'email', 'role'] },
  access,
  endpoints: closedAuthEndpoints,
  hooks: { beforeOperation: [guardStaffAuth], afterLogin: [recordSignIn], afterLogout: [recordSignOut] },
  auth: {
    cookies: staffCookies,
    removeTokenFromResponses: true,
    useAPIKey: true,
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 8 * 60 * 60,
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'analyst',
      saveToJWT: true,
      options: roles.map((value) => ({ value, label: value.replace('-', ' ') })),
      access: { create: canField('users.manage'), update: canField('users.manage') },
    },
  ],
}
