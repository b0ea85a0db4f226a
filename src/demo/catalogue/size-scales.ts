import type { SizePoint, SizeScale, WidthPoint } from './types'

const sizeOf = (label: string): number => {
  const [whole = '0', fraction] = label.split(' ')
  if (fraction === undefined) return Number(whole)
  const [over = '0', under = '1'] = fraction.split('/')
  return Number(whole) + Number(over) / Number(under)
}

/**
 * Length of the foot in millimetres for a continental size: Paris points of 20/3 mm, less the two points that the
 * last is longer than the foot. 42.5 is a foot of 270 mm.
 */
const footOf = (eu: number): number => Math.round(((eu - 2) * 20) / 3)

/** `42`, `42.5`, `42-2-3`: the label, fit for an address. */
const valueOf = (label: string): string => label.replace(/[ /]/g, '-')

/** Six steps to a size, so that halves and thirds of all scales sort together. */
const rankOf = (eu: number): number => Math.round(eu * 6)

const adultPoint = (eu: string, uk: number): SizePoint => {
  const size = sizeOf(eu)
  const footMm = footOf(size)
  return {
    value: valueOf(eu),
    eu,
    uk: String(uk),
    usM: String(uk + 1),
    usW: String(uk + 2.5),
    cm: (footMm / 10).toFixed(1),
    footMm,
    rank: rankOf(size),
  }
}

/** UK and US children's sizes start again after 13; the US writes C (child) up to 13.5 and Y (youth) after it. */
const kidsPoint = (eu: string, uk: number): SizePoint => {
  const footMm = footOf(Number(eu))
  const us = uk <= 13 ? `${uk + 0.5}C` : `${uk - 12.5}Y`
  return {
    value: eu,
    eu,
    uk: String(uk <= 13 ? uk : uk - 13),
    usM: us,
    usW: us,
    cm: (footMm / 10).toFixed(1),
    footMm,
    rank: rankOf(Number(eu)),
  }
}

/** A continental half exists only where the UK ladder has a step of its own for it: no two labels are the same. */
const adult: SizeScale = {
  slug: 'adult',
  name: { en: 'Adults, EU', it: 'Adulti, EU', de: 'Erwachsene, EU' },
  points: (
    [
      ['35', 2.5],
      ['35.5', 3],
      ['36', 3.5],
      ['37', 4],
      ['37.5', 4.5],
      ['38', 5],
      ['39', 5.5],
      ['39.5', 6],
      ['40', 6.5],
      ['40.5', 7],
      ['41', 7.5],
      ['42', 8],
      ['42.5', 8.5],
      ['43', 9],
      ['44', 9.5],
      ['44.5', 10],
      ['45', 10.5],
      ['46', 11],
      ['46.5', 11.5],
      ['47', 12],
      ['47.5', 12.5],
      ['48', 13],
    ] as const
  ).map(([eu, uk]) => adultPoint(eu, uk)),
}

/** Running shoes climb by two thirds of a Paris point, which is half a UK size. */
const adultThirds: SizeScale = {
  slug: 'adult-thirds',
  name: { en: 'Running shoes, EU thirds', it: 'Scarpe da corsa, terzi EU', de: 'Laufschuhe, EU-Drittel' },
  points: (
    [
      ['36', 3.5],
      ['36 2/3', 4],
      ['37 1/3', 4.5],
      ['38', 5],
      ['38 2/3', 5.5],
      ['39 1/3', 6],
      ['40', 6.5],
      ['40 2/3', 7],
      ['41 1/3', 7.5],
      ['42', 8],
      ['42 2/3', 8.5],
      ['43 1/3', 9],
      ['44', 9.5],
      ['44 2/3', 10],
      ['45 1/3', 10.5],
      ['46', 11],
      ['46 2/3', 11.5],
      ['47 1/3', 12],
      ['48', 12.5],
    ] as const
  ).map(([eu, uk]) => adultPoint(eu, uk)),
}

const kids: SizeScale = {
  slug: 'kids',
  name: { en: 'Children, EU', it: 'Bambini, EU', de: 'Kinder, EU' },
  points: (
    [
      ['24', 7],
      ['25', 7.5],
      ['26', 8.5],
      ['27', 9.5],
      ['28', 10],
      ['29', 11],
      ['30', 11.5],
      ['31', 12.5],
      ['32', 13],
      ['33', 14],
      ['34', 15],
      ['35', 15.5],
      ['36', 16.5],
      ['37', 17],
      ['38', 18],
    ] as const
  ).map(([eu, uk]) => kidsPoint(eu, uk)),
}

export const sizeScales: readonly SizeScale[] = [adult, adultThirds, kids]

export const widthScale: { readonly name: SizeScale['name']; readonly points: readonly WidthPoint[] } = {
  name: { en: 'Width', it: 'Calzata', de: 'Weite' },
  points: [
    { value: 'narrow', name: { en: 'Narrow (E)', it: 'Stretta (E)', de: 'Schmal (E)' }, rank: 1 },
    { value: 'standard', name: { en: 'Standard (F)', it: 'Normale (F)', de: 'Normal (F)' }, rank: 2 },
    { value: 'wide', name: { en: 'Wide (G)', it: 'Larga (G)', de: 'Weit (G)' }, rank: 3 },
  ],
}
