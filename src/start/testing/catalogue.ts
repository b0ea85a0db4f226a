import { randomBytes } from 'node:crypto'
import { getTestPayload, getTestRequest } from './payload'

const mark = () => randomBytes(6).toString('hex')

const safetyContact = {
  name: 'Maker',
  email: 'safety@example.com',
  street: 'Via Roma 1',
  postalCode: '20121',
  city: 'Milano',
  country: 'IT',
}

export const brandData = () => ({ name: 'A brand', slug: `brand-${mark()}`, manufacturer: safetyContact })

/** What a product needs before there can be one, made through Payload as the admin makes it. */
export async function makeStyle(status: 'draft' | 'published' = 'published'): Promise<string> {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const brand = await payload.create({
    collection: 'brands',
    data: brandData(),
    overrideAccess: true,
    req,
  })
  const scale = await payload.create({
    collection: 'variantTypes',
    data: { label: 'EU', name: `scale-${mark()}`, kind: 'size' },
    overrideAccess: true,
    req,
  })
  const style = await payload.create({
    collection: 'styles',
    data: {
      name: 'A style',
      slug: `style-${mark()}`,
      brand: brand.id,
      sizeScale: scale.id,
      segment: 'women',
      materials: { upper: ['leather'], lining: ['textile'], sole: ['other'] },
      _status: status,
    },
    overrideAccess: true,
    req,
  })
  return String(style.id)
}

export const productData = (style: string, changes: Record<string, unknown> = {}) => ({
  style,
  slug: `product-${mark()}`,
  colour: 'Black',
  colourGroup: 'black',
  priceInEUREnabled: true,
  priceInEUR: 12_900,
  ...changes,
})
