import { choiceCookies, type ChoiceCookie } from '#domain/kept-keys'
import { isFacetValue, noChoice, type ListingChoice } from '#domain/listing-path'
import { inCategory, inSearch, type ListingPlace } from '#domain/listing-place'
import { readSearch } from '#domain/search-question'
import { isSizeSystem } from '#domain/size-systems'
import { facetNames, type FacetName } from '#domain/views'
import { updateCustomer } from '#services/customer-account'
import { systemCookie } from '../../_http/chosen-system'
import { makeCookie } from '../../_http/cookies'
import { safePath } from '../../_http/see-other'
import { text, type Form, type FormCall, type Onward } from './form'

const year = 365 * 86_400
const ladderSystems = ['uk', 'us']
const sorts = ['popular', 'newest', 'price', '-price'] as const

/** Prices are typed in whole units of the currency. */
function typedPrice(call: FormCall, name: string): number | undefined {
  const typed = text(call, name)
  return /^\d{1,6}$/.test(typed) ? Number(typed) * 100 : undefined
}

/** Sizes are ticked in the grid of the chosen system; a step of the UK and US ladder is several EU sizes. */
function valuesOf(call: FormCall, name: FacetName): string[] {
  if (name !== 'size' || !ladderSystems.includes(text(call, 'system'))) return call.fields.getAll(name)
  return call.fields.getAll('step').flatMap((step) => step.split(','))
}

function choiceOf(call: FormCall): ListingChoice {
  const [minPrice, maxPrice] = [typedPrice(call, 'priceFrom'), typedPrice(call, 'priceTo')]
  const facets = facetNames.map((name) => [name, valuesOf(call, name).filter(isFacetValue).slice(0, 20)])
  return {
    ...noChoice,
    ...(Object.fromEntries(facets) as Pick<ListingChoice, (typeof facetNames)[number]>),
    ...(minPrice === undefined ? {} : { minPrice }),
    ...(maxPrice === undefined ? {} : { maxPrice }),
    ...(call.fields.has('inStock') ? { inStock: true } : {}),
    sort: sorts.find((sort) => sort === text(call, 'sort')) ?? 'popular',
  }
}

const category = /^[a-z0-9-]+(\/[a-z0-9-]+){0,7}$/

/** What is no category is a search, for nothing where no words came. */
function placeOf(call: FormCall): ListingPlace {
  const named = text(call, 'category')
  return category.test(named) ? inCategory(named) : inSearch(readSearch({ q: text(call, 'q') }).q)
}

/** A choice of display goes into a cookie that our scripts read too, and back to the page it was made on. */
const choose =
  (name: ChoiceCookie, known: readonly string[]) =>
  async (call: FormCall): Promise<Onward> => {
    const value = known.find((one) => one === text(call, 'value')) ?? ''
    const cookie = makeCookie(name, value, { maxAge: value ? year : 0, open: true })
    return { to: safePath(text(call, 'back'), '/'), cookies: [cookie] }
  }

/** Whoever is signed in keeps it with the account as well. */
async function chooseSystem(call: FormCall): Promise<Onward> {
  const sizeSystem = text(call, 'value')
  const to = safePath(text(call, 'back'), '/')
  if (!isSizeSystem(sizeSystem))
    return { to, cookies: [makeCookie(choiceCookies.sizes, '', { maxAge: 0, open: true })] }
  const customer = await call.customer()
  if (customer) {
    await call.count('account')
    await updateCustomer(call.req, customer.id, { sizeSystem })
  }
  const query = to === '/account/sizes' ? { done: 'saved' } : undefined
  return { to, cookies: [systemCookie(sizeSystem)], ...(query && { query }) }
}

const refused = (): Onward => ({ to: '/' })

export const choiceForms: Readonly<Record<string, Form>> = {
  filter: {
    work: async (call) => ({ to: placeOf(call).pathOf(choiceOf(call)) }),
    refused,
  },
  market: { work: async (call) => ({ to: safePath(text(call, 'back'), '/') }), refused },
  theme: { work: choose(choiceCookies.theme, ['light', 'dark']), refused },
  'size-system': { work: chooseSystem, refused },
}
