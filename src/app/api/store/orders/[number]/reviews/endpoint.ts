import { photoBytes } from '#ops/review-photo-files'
import { reviewablePairs, writeReview } from '#services/write-review'
import { check, isMultipart, readJson, readMultipart } from '../../../../_http/body'
import { buyersOrder } from '../../../../_http/buyers-order'
import { photosIn, wordsIn } from '../../../../_http/review-form'
import { answer, route } from '../../../../_http/route'
import { newReview } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    const { id } = await buyersOrder(call, call.params.number ?? '')
    return { pairs: await reviewablePairs(call.req, id) }
  },
  POST: async (call) => {
    // Whose order it is comes before its pictures: a stranger's are not even read.
    const { id: orderId } = await buyersOrder(call, call.params.number ?? '')
    await call.count('review', orderId)
    if (!isMultipart(call.request)) {
      const review = await writeReview(call.req, { orderId, ...(await readJson(call.request, newReview)) })
      return answer({ review }, { status: 201 })
    }
    const form = await readMultipart(call.request, photoBytes.all)
    const words = check(newReview, wordsIn(form))
    const review = await writeReview(call.req, { orderId, ...words, photos: await photosIn(form) })
    return answer({ review }, { status: 201 })
  },
})
