import { DomainError } from '#domain/errors'
import { route } from '../../_http/route'

const nothingHere = () => Promise.reject(new DomainError('resource.not-found'))

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: nothingHere,
  POST: nothingHere,
  PUT: nothingHere,
  PATCH: nothingHere,
  DELETE: nothingHere,
})
