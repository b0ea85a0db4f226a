import type { Locale } from '#domain/markets'
import type { FacetName } from '#domain/views'

type Words = Readonly<Record<Locale, string>>
const w = (en: string, it: string, de: string): Words => ({ en, it, de })

/** Facet values that are codes, in the order of the list, with what people read. */
const table: Partial<Record<FacetName, Readonly<Record<string, Words>>>> = {
  colour: {
    black: w('Black', 'Nero', 'Schwarz'),
    brown: w('Brown', 'Marrone', 'Braun'),
    tan: w('Tan', 'Cuoio', 'Cognac'),
    beige: w('Beige', 'Beige', 'Beige'),
    white: w('White', 'Bianco', 'Weiß'),
    grey: w('Grey', 'Grigio', 'Grau'),
    blue: w('Blue', 'Blu', 'Blau'),
    green: w('Green', 'Verde', 'Grün'),
    red: w('Red', 'Rosso', 'Rot'),
    pink: w('Pink', 'Rosa', 'Rosa'),
    yellow: w('Yellow', 'Giallo', 'Gelb'),
    metallic: w('Metallic', 'Metallizzato', 'Metallic'),
  },
  segment: {
    women: w('Women', 'Donna', 'Damen'),
    men: w('Men', 'Uomo', 'Herren'),
    unisex: w('Unisex', 'Unisex', 'Unisex'),
    kids: w('Kids', 'Bambini', 'Kinder'),
  },
  material: {
    leather: w('Leather', 'Pelle', 'Leder'),
    'coated-leather': w('Coated leather', 'Pelle rivestita', 'Beschichtetes Leder'),
    textile: w('Textile', 'Tessuto', 'Textil'),
    other: w('Other materials', 'Altri materiali', 'Sonstige Materialien'),
  },
  closure: {
    lace: w('Laces', 'Lacci', 'Schnürung'),
    'slip-on': w('Slip-on', 'Senza lacci', 'Zum Hineinschlüpfen'),
    zip: w('Zip', 'Cerniera', 'Reißverschluss'),
    buckle: w('Buckle', 'Fibbia', 'Schnalle'),
    'hook-and-loop': w('Hook and loop', 'Velcro', 'Klettverschluss'),
  },
  heel: {
    flat: w('Flat, up to 2 cm', 'Basso, fino a 2 cm', 'Flach, bis 2 cm'),
    low: w('Low, 2 to 4 cm', 'Contenuto, da 2 a 4 cm', 'Niedrig, 2 bis 4 cm'),
    mid: w('Mid, 4 to 7 cm', 'Medio, da 4 a 7 cm', 'Mittel, 4 bis 7 cm'),
    high: w('High, over 7 cm', 'Alto, oltre 7 cm', 'Hoch, über 7 cm'),
  },
  feature: {
    'water-resistant': w('Water resistant', 'Impermeabile', 'Wasserabweisend'),
    vegan: w('Vegan', 'Vegano', 'Vegan'),
    'removable-insole': w('Removable insole', 'Soletta estraibile', 'Herausnehmbare Sohle'),
  },
  offer: {
    new: w('New', 'Novità', 'Neu'),
    reduced: w('Reduced', 'In saldo', 'Reduziert'),
  },
  width: {
    narrow: w('Narrow', 'Stretta', 'Schmal'),
    standard: w('Standard', 'Normale', 'Normal'),
    wide: w('Wide', 'Larga', 'Weit'),
  },
}

/** The values of a facet with their words. */
export const facetWords = (facet: FacetName): Readonly<Record<string, Words>> => table[facet] ?? {}

/** What people read for a facet value; brands, sizes and unknown codes speak for themselves. */
export const facetLabel = (facet: FacetName, value: string, fallback: string, locale: Locale): string =>
  table[facet]?.[value]?.[locale] ?? fallback

/** The place of a coded value in its list; others follow. */
export function facetPlace(facet: FacetName, value: string): number {
  const place = Object.keys(table[facet] ?? {}).indexOf(value)
  return place < 0 ? Number.MAX_SAFE_INTEGER : place
}
