import type { PayloadRequest } from 'payload'

/** Who is behind a request, for ledgers and timelines: a name or address for staff, else the system. */
export function actorOf({ user }: PayloadRequest): string {
  const who = user as { name?: string | null; email?: string | null } | null
  return who?.name || who?.email || 'system'
}
