import { checkReady } from '#ops/health'
import { respond } from '#ops/respond'
import { answer } from '../../_http/route'
import { storeRequest } from '../../_http/store-request'

export const dynamic = 'force-dynamic'

export const GET = (): Promise<Response> =>
  respond(async () => {
    const readiness = await checkReady(await storeRequest())
    return answer(readiness, { status: readiness.ready ? 200 : 503 })
  })
