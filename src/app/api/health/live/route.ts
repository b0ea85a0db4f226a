import { respond } from '#ops/respond'

export const dynamic = 'force-dynamic'

/** The process answers, whatever the database does. */
export const GET = (): Promise<Response> => respond(async () => ({ alive: true }))
