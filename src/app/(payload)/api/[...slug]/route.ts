import config from '#config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'

import { guardRequest } from '#ops/request-guard'

const door = { config, kind: 'rest' } as const

export const GET = guardRequest(REST_GET(config), door)
export const POST = guardRequest(REST_POST(config), door)
export const DELETE = guardRequest(REST_DELETE(config), door)
export const PATCH = guardRequest(REST_PATCH(config), door)
export const PUT = guardRequest(REST_PUT(config), door)
export const OPTIONS = REST_OPTIONS(config)
