import { DomainError } from '#domain/errors'
import { markets } from '#domain/markets'
import { reviewLimits } from '#domain/review'
import { trustedOrigins } from '#ops/origins'
import { photoBytes, readReviewPhoto } from '#ops/review-photo-files'
import { refusalOf } from '#ops/respond'
import type { Photo } from '#services/review-photos'
import { comesFromUs } from '#services/trusted-origin'
import { writeReview } from '#services/write-review'
import { check, readBeforeFiles, readMultipart } from '../../../_http/body'
import { buyersOrder } from '../../../_http/buyers-order'
import { filesIn, wordsIn } from '../../../_http/review-form'
import { route, type Call } from '../../../_http/route'
import { faultyOf, marketOfForm, runForm, type FormCall } from '../form'
import { newReview } from '../../schemas'

/** What stands in the form again after a refusal: all but the pictures, which a browser has chosen anew. */
const reviewWords = {
  ...{ product: 120, rating: 1, fit: 20, footMm: 3 },
  ...{ name: reviewLimits.name, title: reviewLimits.title, text: reviewLimits.text },
}

/** Pictures that cannot be read are left out and said so: words that somebody has typed are not lost for them. */
async function readable(form: FormData): Promise<{ photos: Photo[]; left: number }> {
  const files = filesIn(form)
  const photos: Photo[] = []
  for (const [index, file] of files.slice(0, reviewLimits.photos).entries()) {
    try {
      photos.push(await readReviewPhoto(file, `photos.${index}`))
    } catch (error) {
      if (refusalOf(error)?.code !== 'validation.failed') throw error
    }
  }
  return { photos, left: files.length - photos.length }
}

/** Pictures that are too large together are refused; the words before them stand in the form again. */
async function readKeeping({ request, fields }: FormCall): Promise<FormData> {
  for (const [name, value] of await readBeforeFiles(request, photoBytes.all)) fields.set(name, value)
  const form = await readMultipart(request, photoBytes.all)
  for (const [name, value] of form) if (typeof value === 'string') fields.set(name, value)
  return form
}

/** The number stands in the address, so that whose order it is can be asked before a picture is read. */
async function work(call: FormCall) {
  const number = (call.url.searchParams.get('number') ?? '').slice(0, 20)
  const { id: orderId, locale } = await buyersOrder(call, number)
  await call.count('review', orderId)
  const form = await readKeeping(call)
  const words = check(newReview, { ...wordsIn(form), locale: markets[call.market].locale ?? locale })
  const { photos, left } = await readable(form)
  await writeReview(call.req, { orderId, ...words, photos })
  return {
    to: `/orders/${encodeURIComponent(number)}/review`,
    query: { done: 'review', ...(left > 0 && { left: String(left) }) },
  }
}

const productOf = ({ details: { product } }: DomainError): { product?: string } =>
  typeof product === 'string' ? { product } : {}

const answerForm = (call: Call): Promise<Response> => {
  const { searchParams } = call.url
  const form = {
    ...call,
    params: { form: 'review' },
    fields: new URLSearchParams(searchParams),
    market: marketOfForm(searchParams),
  }
  const number = encodeURIComponent((searchParams.get('number') ?? '').slice(0, 20))
  return runForm(
    {
      work,
      refused: (_, refusal) => ({
        to: `/orders/${number}/review`,
        query: { problem: refusal.code, ...productOf(refusal), ...faultyOf(refusal) },
      }),
      kept: reviewWords,
    },
    form,
  )
}

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    if (comesFromUs(call.request.headers, trustedOrigins()) !== true)
      throw new DomainError('origin.untrusted')
    return answerForm(call)
  },
})
