/** What staff may do, one word per right. Roles grant them; nothing else does. */
export const permissions = [
  'catalog.write',
  'content.write',
  'promotions.read',
  'promotions.write',
  'stock.read',
  'stock.adjust',
  'orders.read',
  'orders.manage',
  'customers.read',
  'customers.write',
  'customers.erase',
  'credits.manage',
  'reviews.manage',
  'payments.manage',
  'reports.read',
  'settings.write',
  'users.manage',
  'audit.read',
] as const
export type Permission = (typeof permissions)[number]

export const roles = ['owner', 'merchandiser', 'order-desk', 'analyst'] as const
export type Role = (typeof roles)[number]

export const roleGrants: Readonly<Record<Role, readonly Permission[]>> = {
  owner: permissions,
  merchandiser: [
    'catalog.write',
    'content.write',
    'promotions.read',
    'promotions.write',
    'stock.read',
    'stock.adjust',
    'reviews.manage',
    'reports.read',
  ],
  'order-desk': [
    'promotions.read',
    'stock.read',
    'stock.adjust',
    'orders.read',
    'orders.manage',
    'payments.manage',
    'customers.read',
    'customers.write',
    'credits.manage',
    'reviews.manage',
  ],
  analyst: ['promotions.read', 'stock.read', 'orders.read', 'reports.read'],
}

export const isRole = (value: unknown): value is Role => roles.includes(value as Role)

interface MaybeStaff {
  collection?: unknown
  role?: unknown
  secondFactor?: unknown
}

/**
 * How it stands with the second step of a member of staff: `missing` where the shop asks for one of their role and there
 * is none.
 */
export type FactorState = 'on' | 'off' | 'missing'

/** Staff who may act. Whoever lacks the second step that the shop asks for is let in to set it up, and to nothing else. */
export function isActingStaff(user: unknown): boolean {
  const maybe = user as MaybeStaff | null | undefined
  return maybe?.collection === 'users' && maybe.secondFactor !== 'missing'
}

/** Whether this user is acting staff whose role grants the permission. A customer never is, whatever the id or role. */
export const staffHolds = (user: unknown, permission: Permission): boolean =>
  isActingStaff(user) && grants((user as MaybeStaff).role, permission)

/** Whether a role grants a permission; an unknown or missing role grants nothing. */
export const grants = (role: unknown, permission: Permission): boolean =>
  isRole(role) && roleGrants[role].includes(permission)
