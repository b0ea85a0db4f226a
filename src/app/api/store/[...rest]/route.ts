import { DomainError } from '#domain/errors'
import { answerDirectly } from '#front/direct'
import { route, type Method, type RouteHandler } from '../../_http/route'
import { findDirect, findEndpoint } from '../endpoints'

const nothing = () => Promise.reject(new DomainError('resource.not-found'))
const nothingHere = route({ GET: nothing, POST: nothing, PUT: nothing, PATCH: nothing, DELETE: nothing })

/** Hands each call on to what is at its address. */
const by =
  (method: Method): RouteHandler =>
  async (request, context) => {
    const { rest } = await context.params
    const at = findEndpoint(Array.isArray(rest) ? rest : [])
    const endpoint = at ? await at.found.load() : nothingHere
    return endpoint[method](request, { params: Promise.resolve(at?.params ?? {}) })
  }

export const GET = by('GET')
export const POST = by('POST')
export const PUT = by('PUT')
export const PATCH = by('PATCH')
export const DELETE = by('DELETE')

answerDirectly(findDirect)
