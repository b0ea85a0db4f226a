import { ValidationError, type FieldHook } from 'payload'
import { isClip } from '#domain/clip'

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)

/** A picture where a picture belongs, and a video where a video does: the field's own filter narrows what the admin offers. */
export const ofKind =
  (kind: 'picture' | 'video'): FieldHook =>
  async ({ value, req, path }) => {
    if (!isId(value)) return value
    const [found] = (
      await req.payload.find({
        collection: 'media',
        where: { id: { equals: value } },
        select: { mimeType: true },
        ...{ depth: 0, limit: 1, pagination: false, overrideAccess: true, req },
      })
    ).docs
    if (found && isClip(found.mimeType) !== (kind === 'video'))
      throw new ValidationError({
        errors: [{ path: path.join('.'), message: `Choose a ${kind}.` }],
        req,
      })
    return value
  }
