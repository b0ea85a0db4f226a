import { cookies } from 'next/headers'
import { openTyped } from '#services/typed-again'
import type { TypedWords } from '#services/typed-words'
import { cookieNames } from '../api/_http/cookies'
import { storeRequest } from '../api/_http/store-request'
import { one, type Query } from './visitor'

/** What was typed into `form`, by the names of its fields, when this page says why it was refused. */
export async function typedIn(query: Query, form: string): Promise<TypedWords> {
  const sealed = one(query.problem) && (await cookies()).get(cookieNames.typed)?.value
  return (sealed && (await openTyped(await storeRequest(), sealed, form))) || {}
}
