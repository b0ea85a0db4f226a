import type { DomainError } from '#domain/errors'
import { defaultMarket, isMarketId, marketPath, type MarketId } from '#domain/markets'
import { isMoney } from '#domain/money'
import { refusalOf } from '#ops/respond'
import { safePath, seeOther } from '../../_http/see-other'
import { typedCookie } from '../../_http/typed-cookie'
import type { Call } from '../../_http/route'

/** A form as it arrived, and the market of the page it stood on. */
export interface FormCall extends Call {
  fields: URLSearchParams
  market: MarketId
}

export interface Onward {
  /** A path of the default market; the market of the form is put before it. */
  to: string
  query?: Readonly<Record<string, string>>
  cookies?: readonly string[]
  /** Where it goes on in another market than that of the form. */
  market?: MarketId
}

export interface Form {
  /** Does what the form asks and says where to go on. */
  work: (call: FormCall) => Promise<Onward>
  /** Where the words for a refusal stand; its code comes as `problem`, the faulty fields as `fields`. */
  refused: (call: FormCall, refusal: DomainError) => Onward | Promise<Onward>
  /**
   * The fields that stand in the form again after a refusal, with the most characters that each may have; `pairs.` means all
   * whose names begin so. Never a password, a code or a key.
   */
  kept?: Readonly<Record<string, number>>
}

export const text = ({ fields }: FormCall, name: string): string => fields.get(name)?.trim() ?? ''

export const marketOfForm = (fields: URLSearchParams): MarketId => {
  const market = fields.get('market')
  return isMarketId(market) ? market : defaultMarket
}

/** Names of the fields that were refused, for an address. */
export function faultyOf({ details }: DomainError): { fields?: string } {
  const errors = Array.isArray(details.errors) ? (details.errors as { path?: unknown }[]) : []
  const fields = errors.map(({ path }) => String(path ?? '')).filter(Boolean)
  return fields.length > 0 ? { fields: fields.slice(0, 20).join(',') } : {}
}

/** What the page needs to word a refusal, small enough for an address. */
function wordsOf(refusal: DomainError): Record<string, string> {
  const { code, details } = refusal
  const { number, reason, missing, missingPairs, startsAt } = details
  return {
    problem: code,
    ...faultyOf(refusal),
    ...(typeof number === 'string' ? { number } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(isMoney(missing) ? { missing: String(missing.amount) } : {}),
    ...(typeof missingPairs === 'number' ? { pairs: String(missingPairs) } : {}),
    ...(typeof startsAt === 'string' ? { startsAt } : {}),
  }
}

const pathOf = (call: FormCall, { to, market = call.market }: Onward): string =>
  safePath(marketPath(market, to), '/')

const goOn = (call: FormCall, onward: Onward): Response => seeOther(pathOf(call, onward), onward)

const mostOf = (kept: Readonly<Record<string, number>>, name: string): number => {
  const prefix = name.slice(0, name.indexOf('.') + 1)
  return [name, prefix].flatMap((one) => (Object.hasOwn(kept, one) ? [kept[one] ?? 0] : []))[0] ?? 0
}

/** What was typed goes back with the answer, never in its address; what is longer than its field takes is cut. */
function typedAgain(form: Form, call: FormCall, onward: Onward): readonly string[] {
  const { kept } = form
  const words = [...call.fields].flatMap(([name, value]) => {
    const most = kept ? mostOf(kept, name) : 0
    return most > 0 ? [[name, value.slice(0, most)] as const] : []
  })
  if (words.length === 0) return []
  const { pathname } = new URL(pathOf(call, onward), call.url)
  return [typedCookie(pathname, call.params.form ?? '', Object.fromEntries(words))]
}

/** Runs a form and answers 303 whatever happens, a fault of ours or an outage excepted. */
export async function runForm(form: Form, call: FormCall): Promise<Response> {
  try {
    return goOn(call, await form.work(call))
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal || refusal.code === 'unavailable') throw error
    const onward = await form.refused(call, refusal)
    const { to, query, cookies = [] } = onward
    const words = to.startsWith('/orders/') ? {} : wordsOf(refusal)
    return goOn(call, {
      ...onward,
      query: { ...query, ...words },
      cookies: [...cookies, ...typedAgain(form, call, onward)],
    })
  }
}
