import { currencies, type Currency } from './markets'

/** What a picture of a shoe may show. */
export const photoViews = ['side', 'medial', 'top', 'sole', 'heel', 'pair', 'worn', 'detail'] as const
export type PhotoView = (typeof photoViews)[number]

/** As staff read them. */
export const photoViewWords: Readonly<Record<PhotoView, string>> = {
  side: 'Lateral side',
  medial: 'Medial side',
  top: 'Top',
  sole: 'Sole',
  heel: 'Heel',
  pair: 'Pair',
  worn: 'On foot',
  detail: 'Detail',
}

/** Every shoe should be seen from these; a detail is welcome. Source: FEATURES F10. */
export const wantedViews = photoViews.filter((view) => view !== 'detail')

/** The views that no picture shows, in the order in which a shoe is photographed. */
export const missingViews = (shown: readonly (string | null | undefined)[]): PhotoView[] =>
  wantedViews.filter((view) => !shown.includes(view))

export interface ProductParts {
  /** The views of its pictures. */
  views: readonly (string | null | undefined)[]
  /** The currencies it has a price in. */
  priced: readonly Currency[]
  /** What is no shoe has no sides that somebody misses: one picture is enough. */
  isShoe?: boolean
}

/** What a product lacks, in words; it may be published all the same. */
export function productGaps({ views, priced, isShoe = true }: ProductParts): string[] {
  const photos = missingViews(views).map((view) => photoViewWords[view].toLowerCase())
  const prices = currencies.filter((currency) => !priced.includes(currency))
  const none = isShoe ? photos.length === wantedViews.length : views.length === 0
  return [
    ...(none ? ['any picture'] : isShoe ? photos : []),
    ...prices.map((currency) => `price in ${currency}`),
  ]
}
