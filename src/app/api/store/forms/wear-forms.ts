import { sizeSegment } from '#domain/foot-size'
import { madeFor, parseWornSize, unknownSize } from '#domain/worn-elsewhere'
import { getProduct } from '#queries/products'
import { getWornBrand } from '#queries/worn-brands'
import { text, type Form, type FormCall, type Onward } from './form'

const slugOf = (call: FormCall): string => {
  const slug = text(call, 'product')
  return /^[a-z0-9-]{1,120}$/.test(slug) ? slug : ''
}

/** Leads to the page that answers, whose address is the answer's alone: whoever asks the same gets the same. */
async function wear(call: FormCall): Promise<Onward> {
  const product = await getProduct(call.market, slugOf(call))
  if (!product?.segment || product.segment === 'kids') return { to: product ? `/p/${product.slug}` : '/' }
  const here = `/p/${product.slug}/wear`
  const segment = `${text(call, 'system')}-${sizeSegment(text(call, 'size').slice(0, 12))}`
  const [size, slug] = [parseWornSize(segment), text(call, 'brand').slice(0, 120)]
  const brand = size && (await getWornBrand(product.segment, slug))
  const isKnown = brand && madeFor({ brand, ...size }, product.segment) !== undefined
  return { to: isKnown ? `${here}/${encodeURIComponent(slug)}/${segment}` : `${here}/${unknownSize}` }
}

/** The size of a shoe by what fits of another brand. */
export const wearForms: Readonly<Record<string, Form>> = {
  wear: { work: wear, refused: () => ({ to: '/' }) },
}
