import { grants, type Permission } from '#domain/permissions'

/** Whether the person at this screen holds the permission. A customer never does, whatever the role field says. */
export function mayStaff(user: unknown, permission: Permission): boolean {
  const maybe = user as { collection?: unknown; role?: unknown } | null | undefined
  return maybe?.collection === 'users' && grants(maybe.role, permission)
}
