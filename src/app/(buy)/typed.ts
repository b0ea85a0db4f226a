import { cookies } from 'next/headers'
import { openTyped, type TypedWords } from '#services/typed-words'
import { cookieNames } from '../api/_http/cookies'
import { one, type Query } from './visitor'

/** What was typed into `form`, by the names of its fields, when this page says why it was refused. */
export async function typedIn(query: Query, form: string): Promise<TypedWords> {
  if (!one(query.problem)) return {}
  return openTyped((await cookies()).get(cookieNames.typed)?.value, form) ?? {}
}
