import { DomainError } from '#domain/errors'
import { footOf, ownSegments, type OwnSegment } from '#domain/foot-size'
import { getFootScales } from '#queries/foot-scales'
import type { OwnSize } from '#services/own-sizes'
import type { z } from 'zod'
import type { ownSize } from '../store/schemas'

/** Throws `size.not-found`: sizes of other segments are kept nowhere. */
export function requireSegment(given: string | undefined): OwnSegment {
  const segment = ownSegments.find((one) => one === given)
  if (!segment) throw new DomainError('size.not-found')
  return segment
}

/** What somebody has said of their size, as a foot. Throws `validation.failed` for a size that the shop does not know. */
export async function givenSize(segment: OwnSegment, given: z.infer<typeof ownSize>): Promise<OwnSize> {
  const { size, system, width } = given
  const footMm = footOf((await getFootScales())[segment], { size, system, segment })
  if (footMm === undefined)
    throw new DomainError('validation.failed', {
      errors: [{ path: 'size', message: 'The shop has no such size in this system.' }],
    })
  return { segment, footMm, ...(width && { width }) }
}
