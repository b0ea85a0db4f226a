import { createLocalReq, getPayload } from 'payload'
import config from '#config'
import { env } from '#env'
import { activeCache } from '#front/active'
import { loadCatalogue } from '#queries/catalogue'
import { runDue, type Drop } from '#ops/jobs/run-due'
import { respond } from '#ops/respond'
import { bearsSecret, refuseBearer } from '../../_http/bearer'

/** Does the jobs that are due. Platforms with their own timer call with GET, the shop itself with POST. */
const tick = (request: Request): Promise<Response> =>
  respond(async () => {
    if (!bearsSecret(request, env.CRON_SECRET)) return refuseBearer('cron.secret')
    // A process that has just begun reads it before anybody asks.
    void loadCatalogue()
    const cache = activeCache()
    const drop: Drop | undefined = cache && ((tags) => cache.revalidate(tags))
    return { jobs: await runDue(await createLocalReq({}, await getPayload({ config })), drop) }
  })

export const GET = tick
export const POST = tick
