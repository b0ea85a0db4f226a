import { randomUUID } from 'node:crypto'
import { getTestRequest } from './payload'

/** A request of somebody of the staff. */
export async function asRole(role: 'owner' | 'merchandiser') {
  const req = await getTestRequest()
  const user = {
    id: randomUUID(),
    collection: 'users' as const,
    role,
    email: `${role}@example.com`,
    name: role,
  }
  req.user = user as unknown as typeof req.user
  return req
}
