import { createHash, timingSafeEqual } from 'node:crypto'
import { createLocalReq, getPayload } from 'payload'
import config from '#config'
import { env } from '#env'
import { loadCatalogue } from '#queries/catalogue'
import { runDue } from '#ops/jobs/run-due'
import { respond } from '#ops/respond'
import { answer } from '../../_http/route'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares digests, so that neither the length nor the first wrong letter shows in the time. */
const isRight = (header: string | null): boolean =>
  timingSafeEqual(digest(header ?? ''), digest(`Bearer ${env.CRON_SECRET}`))

/** Does the jobs that are due. Platforms with their own timer call with GET, the shop itself with POST. */
const tick = (request: Request): Promise<Response> =>
  respond(async () => {
    if (!isRight(request.headers.get('authorization'))) {
      const refusal = answer({ title: 'Unauthorized', status: 401, code: 'cron.secret' }, { status: 401 })
      refusal.headers.set('WWW-Authenticate', 'Bearer')
      return refusal
    }
    // A process that has just begun reads it before anybody asks.
    void loadCatalogue()
    return { jobs: await runDue(await createLocalReq({}, await getPayload({ config }))) }
  })

export const GET = tick
export const POST = tick
