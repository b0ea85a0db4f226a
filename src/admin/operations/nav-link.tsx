import type { ServerProps } from 'payload'
import Link from 'next/link'
import { mayStaff } from '../staff'

/** The way to the operator's page, below the menu, for whoever may see it. */
export function OperationsLink({ user }: Partial<ServerProps>) {
  if (!mayStaff(user, 'settings.write')) return null
  return (
    <Link className="nav__link" href="/admin/operations" prefetch={false}>
      <span className="nav__link-label">Operations</span>
    </Link>
  )
}
