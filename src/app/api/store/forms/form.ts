import type { DomainError } from '#domain/errors'
import { defaultMarket, isMarketId, marketPath, type MarketId } from '#domain/markets'
import { isMoney } from '#domain/money'
import { refusalOf } from '#ops/respond'
import { sealTyped } from '#services/typed-again'
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

/** `pairs.` with the id of a line has 42 characters. */
const longestName = 60
const mostFields = 100

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

/** A hundred fields at most, none with a name that no page of ours gives; what is longer than its field takes is cut. */
function keptWords({ kept = {} }: Form, { fields }: FormCall): [string, string][] {
  const named = [...fields].flatMap(([name, value]): [string, string][] => {
    const most = name.length > longestName ? 0 : mostOf(kept, name)
    return most > 0 ? [[name, value.slice(0, most)]] : []
  })
  return named.slice(0, mostFields)
}

async function mayKeep(call: FormCall): Promise<boolean> {
  try {
    await call.count('typed')
    return true
  } catch (error) {
    if (refusalOf(error)?.code !== 'rate.limited') throw error
    return false
  }
}

/** What was typed goes back with the answer, never in its address. */
async function typedAgain(form: Form, call: FormCall, onward: Onward): Promise<readonly string[]> {
  const words = keptWords(form, call)
  if (words.length === 0) return []
  const { pathname } = new URL(pathOf(call, onward), call.url)
  const sealed = await sealTyped(call.req, {
    form: call.params.form ?? '',
    words: Object.fromEntries(words),
    mayKeep: () => mayKeep(call),
  })
  return [typedCookie(pathname, sealed)]
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
      cookies: [...cookies, ...(await typedAgain(form, call, onward))],
    })
  }
}
