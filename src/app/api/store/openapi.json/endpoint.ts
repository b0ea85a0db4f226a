import { env } from '#env'
import { route } from '../../_http/route'
import { openApi } from '../openapi'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async () => openApi(env.NEXT_PUBLIC_APP_URL),
})
