import type { DomainError } from '#domain/errors'
import { defaultMarket, isMarketId, marketPath, type MarketId } from '#domain/markets'
import { isMoney } from '#domain/money'
import { refusalOf } from '#ops/respond'
import { safePath, seeOther } from '../../_http/see-other'
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
}

export const text = ({ fields }: FormCall, name: string): string => fields.get(name)?.trim() ?? ''

export const marketOfForm = (fields: URLSearchParams): MarketId => {
  const market = fields.get('market')
  return isMarketId(market) ? market : defaultMarket
}

/** What the page needs to word a refusal, small enough for an address. */
function wordsOf({ code, details }: DomainError): Record<string, string> {
  const errors = Array.isArray(details.errors) ? (details.errors as { path?: unknown }[]) : []
  const fields = errors.map(({ path }) => String(path ?? '')).filter(Boolean)
  const { number, reason, missing, missingPairs, startsAt } = details
  return {
    problem: code,
    ...(fields.length > 0 ? { fields: fields.slice(0, 20).join(',') } : {}),
    ...(typeof number === 'string' ? { number } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(isMoney(missing) ? { missing: String(missing.amount) } : {}),
    ...(typeof missingPairs === 'number' ? { pairs: String(missingPairs) } : {}),
    ...(typeof startsAt === 'string' ? { startsAt } : {}),
  }
}

const goOn = (call: FormCall, { to, query, cookies, market = call.market }: Onward): Response =>
  seeOther(safePath(marketPath(market, to), '/'), { query, cookies })

/** Runs a form and answers 303 whatever happens, a fault of ours or an outage excepted. */
export async function runForm(form: Form, call: FormCall): Promise<Response> {
  try {
    return goOn(call, await form.work(call))
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal || refusal.code === 'unavailable') throw error
    const { to, query, cookies } = await form.refused(call, refusal)
    const words = to.startsWith('/orders/') ? {} : wordsOf(refusal)
    return goOn(call, { to, query: { ...query, ...words }, cookies })
  }
}
