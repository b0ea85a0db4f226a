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

/** Whether a role grants a permission; an unknown or missing role grants nothing. */
export const grants = (role: unknown, permission: Permission): boolean =>
  isRole(role) && roleGrants[role].includes(permission)
