import type { Access, CollectionConfig, FieldAccess, GlobalConfig } from 'payload'
import { isActingStaff, staffHolds, type Permission } from '#domain/permissions'

/** Every access key a collection must state; nothing falls back to "any signed-in user". */
export type StatedAccess = Required<
  Pick<NonNullable<CollectionConfig['access']>, 'create' | 'read' | 'update' | 'delete' | 'readVersions'>
> &
  NonNullable<CollectionConfig['access']>

export type StatedGlobalAccess = Required<
  Pick<NonNullable<GlobalConfig['access']>, 'read' | 'update' | 'readVersions'>
>

export const anyone: Access = () => true
export const never: Access = () => false
export const neverField: FieldAccess = () => false

export const staffCan = staffHolds
export const isStaff = isActingStaff

export const can =
  (permission: Permission): Access =>
  ({ req: { user } }) =>
    staffCan(user, permission)

export const canField =
  (permission: Permission): FieldAccess =>
  ({ req: { user } }) =>
    staffCan(user, permission)

export const anyStaff: Access = ({ req: { user } }) => isStaff(user)

/** Staff with the permission see drafts too; everybody else sees what is published. */
export const publishedOr =
  (permission: Permission): Access =>
  ({ req: { user } }) =>
    staffCan(user, permission) || isStaff(user) ? true : { _status: { equals: 'published' } }

/** Staff whose role grants `permission` reach every row; a customer reaches only rows naming them. */
export const canOrOwns =
  (permission: Permission, ownerField: string): Access =>
  ({ req: { user } }) => {
    if (staffCan(user, permission)) return true
    if (user?.collection === 'customers') return { [ownerField]: { equals: user.id } }
    return false
  }

/** A collection that only services write; `read` says who may look. */
export const serviceWritten = (read: Access): StatedAccess => ({
  create: never,
  read,
  update: never,
  delete: never,
  readVersions: never,
})
