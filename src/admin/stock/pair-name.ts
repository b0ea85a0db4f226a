import { cache } from 'react'
import type { Payload } from 'payload'
import { pairNames, productsAtAGlance } from '#queries/admin-stock'
import { batched } from '../batch'

/** One reader of names per rendering, so that all rows of a list share a statement. */
export const pairNameReader = cache((payload: Payload) => batched((ids) => pairNames(payload, ids)))

export const productReader = cache((payload: Payload) => batched((ids) => productsAtAGlance(payload, ids)))
