import config from '#config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'

import { guardRequest } from '#ops/request-guard'

export const POST = guardRequest(GRAPHQL_POST(config))
export const OPTIONS = REST_OPTIONS(config)
