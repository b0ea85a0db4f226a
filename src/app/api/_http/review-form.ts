import { DomainError } from '#domain/errors'
import { reviewLimits } from '#domain/review'
import { readReviewPhoto } from '#ops/review-photo-files'
import type { Photo } from '#services/review-photos'

/** The files of a form that are no empty field. */
export const filesIn = (form: FormData): Blob[] =>
  form.getAll('photos').filter((one): one is File => typeof one !== 'string' && one.size > 0)

/** The words of a form as the schema of a review takes them; what was left empty is left out. */
export function wordsIn(form: FormData): Record<string, unknown> {
  const words = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== ''
      ? [[name, value.replaceAll('\r\n', '\n').trim()] as const]
      : [],
  )
  const { rating, footMm, ...rest } = Object.fromEntries(words)
  return {
    ...rest,
    ...(rating === undefined ? {} : { rating: Number(rating) }),
    ...(footMm === undefined ? {} : { footMm: Number(footMm) }),
  }
}

/** All photos, each drawn anew. Throws `validation.failed` with the place of the first that is none. */
export async function photosIn(form: FormData): Promise<Photo[]> {
  const files = filesIn(form)
  if (files.length > reviewLimits.photos)
    throw new DomainError('validation.failed', {
      errors: [{ path: 'photos', message: `At most ${reviewLimits.photos}.` }],
    })
  return Promise.all(files.map((file, index) => readReviewPhoto(file, `photos.${index}`)))
}
