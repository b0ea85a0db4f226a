import config from '#config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'

import { guardGraphql } from '#ops/graphql-guard'

export const POST = guardGraphql(GRAPHQL_POST(config), config)
export const OPTIONS = REST_OPTIONS(config)
