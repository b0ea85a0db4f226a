import type { Access, CollectionConfig } from 'payload'
import { roles } from '#domain/permissions'
import { factorStateOf } from '#services/staff-account'
import { connectionOf } from '#services/transaction'
import { can, canField, isStaff, never, neverField, staffCan, type StatedAccess } from './access'
import { column, screen } from './admin-screens'
import {
  answerWithoutSession,
  askForSecondStep,
  closedAuthEndpoints,
  guardStaffAuth,
  recordSignIn,
  recordSignOut,
  staffCookies,
} from './staff-auth'
import { staffGoogleVerbs } from './staff-google-verbs'
import { staffVerbs } from './staff-sign-in-verbs'

const self: Access = ({ req: { user } }) => {
  if (staffCan(user, 'users.manage')) return true
  return isStaff(user) && user ? { id: { equals: user.id } } : false
}

/** Whoever has still to set up a second factor sees who they are, and changes nothing. */
const readSelf: Access = ({ req: { user } }) => {
  if (staffCan(user, 'users.manage')) return true
  return user?.collection === 'users' ? { id: { equals: user.id } } : false
}

const access: StatedAccess = {
  create: can('users.manage'),
  read: readSelf,
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
  admin: { group: 'Settings', useAsTitle: 'name', defaultColumns: ['name', 'email', 'role', 'secondStep'] },
  access,
  endpoints: [...closedAuthEndpoints, ...staffVerbs, ...staffGoogleVerbs],
  hooks: {
    beforeOperation: [guardStaffAuth],
    beforeLogin: [askForSecondStep],
    afterLogin: [recordSignIn],
    afterLogout: [recordSignOut],
    afterOperation: [answerWithoutSession],
  },
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
    {
      // Read anew with every request: access asks it of whoever is signed in (`isActingStaff`).
      name: 'secondFactor',
      type: 'text',
      label: 'Second step',
      virtual: true,
      access: { create: neverField, update: neverField },
      hooks: {
        afterRead: [
          async ({ originalDoc, data, req }) =>
            factorStateOf((await connectionOf(req)) ?? req, String(originalDoc?.id ?? data?.id ?? '')),
        ],
      },
      admin: {
        disableListColumn: true,
        disableListFilter: true,
        disableBulkEdit: true,
        components: { Field: screen('sign-in/second-factor-panel#SecondFactorPanel') },
      },
    },
    {
      name: 'googleAllowed',
      type: 'checkbox',
      label: 'May sign in with Google',
      defaultValue: false,
      access: { create: canField('users.manage'), update: canField('users.manage') },
      admin: {
        description:
          'The Google account of the address above then opens the admin, from its first use on. A second step is still asked for. Without this they link Google themselves once they are signed in.',
      },
    },
    {
      name: 'googleSub',
      type: 'text',
      unique: true,
      access: { create: neverField, read: neverField, update: neverField },
      admin: { hidden: true },
    },
    column('secondStep', 'Second step', 'sign-in/staff-cells#SecondFactorCell'),
  ],
}
