import { oneSize } from '#domain/care'
import { sizeScales, widthScale } from '../catalogue/size-scales'
import type { SizePoint, WidthPoint } from '../catalogue/types'
import { sql } from '@payloadcms/db-postgres'
import { rowsOf } from '#services/transaction'
import { idsBy, insertDocument, type Fields, type Seeding } from './documents'

/** The name under which the scale of widths is kept beside those of sizes. */
export const widthScaleName = 'width'

/** Ids of scales by name, and of points by `<scale>/<value>`. */
export interface Sizes {
  readonly scales: ReadonlyMap<string, string>
  readonly points: ReadonlyMap<string, string>
}

const sizePoint = ({ value, eu, uk, usM, usW, cm, footMm, rank }: SizePoint): Fields => ({
  label: eu,
  value,
  eu,
  uk,
  usM,
  usW,
  cm,
  footMm,
  rank,
})

const widthPoint = ({ value, name, rank }: WidthPoint): Fields => ({ label: name.en, value, rank })

const scales = [
  ...sizeScales.map(({ slug, name, points }) => ({
    name: slug as string,
    label: name.en,
    kind: 'size',
    points: points.map(sizePoint),
  })),
  // Every shop has it; whoever has thrown it away gets it back.
  {
    name: oneSize,
    label: 'One size',
    kind: 'size',
    points: [{ label: 'One size', value: oneSize, rank: 0 }],
  },
  {
    name: widthScaleName,
    label: widthScale.name.en,
    kind: 'width',
    points: widthScale.points.map(widthPoint),
  },
]

async function pointIds(seeding: Seeding): Promise<Map<string, string>> {
  const rows = await rowsOf<{ key: string; id: string }>(
    seeding.tx,
    sql`SELECT t.name || '/' || o.value AS key, o.id FROM variant_options o JOIN variant_types t ON t.id = o.variant_type_id`,
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyz'

/** The first keys that Payload gives to ordered documents: `a0`, `a1` and so on. */
const orderKey = (index: number): string => `a${digits[index] ?? 'z'}`

/** Scales and their points, in the order of the shelf. */
export async function seedSizes(seeding: Seeding): Promise<Sizes> {
  const known = await idsBy(seeding, 'variant_types', 'name')
  const points = await pointIds(seeding)
  for (const { name, label, kind, points: wanted } of scales) {
    const scale = known.get(name) ?? (await insertDocument(seeding, 'variantTypes', { name, label, kind }))
    known.set(name, scale)
    for (const [index, point] of wanted.entries()) {
      const key = `${name}/${String(point.value)}`
      if (points.has(key)) continue
      const fields = { ...point, variantType: scale, _variantOptions_options_order: orderKey(index) }
      points.set(key, await insertDocument(seeding, 'variantOptions', fields))
    }
  }
  return { scales: known, points }
}
