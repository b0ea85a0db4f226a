import type { Surface } from '#domain/care'
import type { TaxClass } from '#domain/tax-rates'
import type { ArtType } from '../art/ways'

/** A sentence in the three languages of the shop. */
export type Words = { readonly en: string; readonly it: string; readonly de: string }

export type Language = keyof Words

/** Minor units per currency: 18500 is 185.00. */
export type Prices = { readonly EUR: number; readonly GBP: number; readonly USD: number }

/** A postal and electronic address as Regulation (EU) 2023/988, Article 19 asks for. */
export type SafetyAddress = {
  readonly name: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly email: string
  readonly website?: string
}

export type SafetyContact = SafetyAddress & {
  /** The responsible person in the Union; present when the maker is outside it. */
  readonly responsible?: SafetyAddress
}

export type SizeOverride = {
  /** The `value` of a size point. */
  readonly point: string
  readonly uk?: string
  readonly usM?: string
  readonly usW?: string
}

export type Brand = {
  readonly slug: string
  readonly name: string
  readonly story: Words
  readonly safety: SafetyContact
  /** Warnings and safety information of all its products. */
  readonly warnings?: Words
  readonly sizeOverrides?: readonly SizeOverride[]
}

export type Category = {
  readonly slug: string
  readonly name: Words
  readonly description: Words
  /** Slug of the parent; absent at the root. */
  readonly parent?: string
  /** Position among its siblings, from 1. */
  readonly order: number
}

export type SizePoint = {
  readonly value: string
  readonly eu: string
  readonly uk: string
  readonly usM: string
  readonly usW: string
  readonly cm: string
  /** Length of the foot in millimetres, the key of the scale. */
  readonly footMm: number
  readonly rank: number
}

export type SizeScaleSlug = 'adult' | 'adult-thirds' | 'kids'

export type SizeScale = {
  readonly slug: SizeScaleSlug
  readonly name: Words
  readonly points: readonly SizePoint[]
}

export type WidthValue = 'narrow' | 'standard' | 'wide'

export type WidthPoint = { readonly value: WidthValue; readonly name: Words; readonly rank: number }

export type Segment = 'men' | 'women' | 'unisex' | 'kids'

/** The four codes of Directive 94/11/EC, Annex I. */
export type Material = 'leather' | 'coated-leather' | 'textile' | 'other'

/** One material, or the two main ones where none reaches 80 % of the part. */
export type PartMaterial = Material | readonly [Material, Material]

export type Materials = {
  readonly upper: PartMaterial
  readonly lining: PartMaterial
  readonly sole: PartMaterial
}

export type Closure = 'lace' | 'slip-on' | 'zip' | 'buckle' | 'hook-and-loop'

export type ToeShape = 'round' | 'almond' | 'square' | 'pointed' | 'open'

export type Attributes = {
  readonly heelHeightMm: number
  readonly closure: Closure
  readonly toeShape: ToeShape
  /** Weight of one shoe in the model's reference size: 42 for men, 38 for women, 30 for kids. */
  readonly weightG: number
  readonly waterResistance?: 'none' | 'repellent' | 'waterproof'
  readonly vegan?: boolean
  readonly removableInsole?: boolean
}

/** How a colourway stands in the stock room; `stock.ts` turns it into pairs per size. */
export type StockProfile = 'full' | 'broken' | 'last-pairs' | 'sold-out' | 'new'

export type Colourway = {
  readonly slug: string
  readonly colour: Words
  /** Key in the table of pictures, `ways[artType][way]`. */
  readonly way: string
  /** ISO date, for example `2026-09-14`. */
  readonly launchedAt: string
  /** It launches at ten in the morning, so many days after the shop was made, instead. */
  readonly launchesInDays?: number
  readonly perPerson?: number
  /** 0 to 1000. */
  readonly popularity: number
  readonly stock: StockProfile
  /** The run of this colour where it differs from the model's. */
  readonly sizes?: readonly string[]
  readonly priceOverride?: Prices
}

export type Style = {
  readonly slug: string
  readonly name: string
  readonly brand: string
  readonly artType: ArtType
  readonly segment: Segment
  /** Slugs of leaves of the tree. */
  readonly categories: readonly string[]
  /** The kind of shoe in a few words, for the card. */
  readonly summary: Words
  /** Two short paragraphs with a blank line between them. */
  readonly description: Words
  readonly fitNote: Words
  readonly care: Words
  readonly materials: Materials
  readonly attributes: Attributes
  readonly sizeScale: SizeScaleSlug
  readonly sizes: readonly string[]
  readonly widths?: readonly WidthValue[]
  readonly prices: Prices
  readonly colourways: readonly Colourway[]
}

/** What is sold to care for shoes, in one size. */
export type CareGood = {
  readonly slug: string
  readonly name: string
  readonly brand: string
  readonly categories: readonly string[]
  readonly summary: Words
  /** Two short paragraphs with a blank line between them. */
  readonly description: Words
  /** In place of those of the brand. */
  readonly warnings?: Words
  readonly prices: Prices
  /** With its box, in grams. */
  readonly weightG: number
  readonly colourways: readonly {
    readonly slug: string
    readonly colour: Words
    /** Key in the table of pictures of things. */
    readonly way: string
    readonly launchedAt: string
    readonly popularity: number
    readonly onHand: number
  }[]
}

/** How shoes of a surface are cared for. */
export type DemoCarePlan = {
  readonly title: Words
  readonly surfaces: readonly Surface[]
  readonly materials: readonly Material[]
  readonly steps: readonly Words[]
  /** Slugs of care products, in their order. */
  readonly goods: readonly string[]
}

/** One thing that can be bought: a colourway in a size and, where the model has them, a width. */
export type Variant = {
  readonly product: string
  readonly size: string
  readonly width?: WidthValue
  readonly sku: string
  readonly gtin: string
  readonly onHand: number
}

/** Paragraphs and lists, small enough for any rich text editor. */
export type TextNode =
  | { readonly kind: 'p' | 'h2' | 'h3'; readonly text: Words }
  | { readonly kind: 'ul'; readonly items: readonly Words[] }

export type Block =
  | {
      readonly type: 'hero'
      readonly heading: Words
      readonly text: Words
      readonly linkLabel: Words
      readonly linkHref: string
      readonly picture: string
    }
  | { readonly type: 'sizeGrid'; readonly heading: Words; readonly category?: string }
  | {
      readonly type: 'productRow'
      readonly heading: Words
      readonly category?: string
      readonly slugs?: readonly string[]
      readonly limit: number
    }
  | {
      readonly type: 'split'
      readonly heading: Words
      readonly text: Words
      readonly linkLabel: Words
      readonly linkHref: string
      readonly picture: string
      readonly side: 'left' | 'right'
    }
  | { readonly type: 'categoryTiles'; readonly heading: Words; readonly categories: readonly string[] }
  | { readonly type: 'text'; readonly heading?: Words; readonly body: readonly TextNode[] }
  | { readonly type: 'sizeTable'; readonly scale: SizeScaleSlug; readonly heading?: Words }
  | {
      readonly type: 'faq'
      readonly heading?: Words
      readonly items: readonly { readonly question: Words; readonly answer: Words }[]
    }
  | {
      readonly type: 'materialStrip'
      readonly heading: Words
      readonly items: readonly {
        readonly name: Words
        readonly text: Words
        /** Key of a picture of the material. */
        readonly picture: string
      }[]
    }
  | {
      readonly type: 'lookbook'
      readonly heading: Words
      readonly text: Words
      readonly picture: string
      readonly spots: readonly { readonly product: string; readonly x: number; readonly y: number }[]
    }
  | {
      readonly type: 'brandStrip'
      readonly heading: Words
      readonly brands: readonly string[]
      readonly category?: string
    }
  | {
      readonly type: 'video'
      readonly heading: Words
      readonly text: Words
      /** Key of the picture that is seen until it plays. */
      readonly picture: string
      /** Key of the video. */
      readonly clip: string
    }
  | { readonly type: 'quote'; readonly text: Words; readonly author: Words; readonly role: Words }
  | { readonly type: 'newsletter'; readonly heading: Words; readonly text: Words }
  | {
      readonly type: 'sizeTeaser'
      readonly heading: Words
      readonly text: Words
      readonly linkLabel: Words
      readonly linkHref: string
      readonly scale: SizeScaleSlug
    }
  | { readonly type: 'stores'; readonly heading?: Words; readonly text?: Words }

export type PageContent = {
  readonly slug: string
  readonly title: Words
  /** For search engines: one sentence, at most 160 characters. */
  readonly description: Words
  readonly blocks: readonly Block[]
}

export type Author = {
  readonly slug: string
  readonly name: string
  readonly role: Words
  readonly words: Words
  /** Key of a picture: what this hand works with. */
  readonly picture: string
}

export type Article = {
  readonly slug: string
  readonly title: Words
  /** Slug of an author. */
  readonly author: string
  readonly publishedAt: string
  readonly lead: Words
  /** Key of a picture. */
  readonly picture: string
  readonly body: readonly TextNode[]
  /** Slugs of up to four products. */
  readonly products: readonly string[]
}

export type NavigationItem = {
  readonly label: Words
  readonly href: string
  /** Slug of the category the link leads to, where it is one. */
  readonly category?: string
  readonly children?: readonly NavigationItem[]
}

export type FooterColumn = { readonly heading: Words; readonly links: readonly NavigationItem[] }

export type ShippingMethod = {
  readonly slug: string
  readonly name: Words
  readonly price: Prices
  /** The value of goods from which the method costs nothing. */
  readonly freeFrom?: Prices
  /** Working days from dispatch to the door. */
  readonly days: { readonly from: number; readonly to: number }
}

export type ShippingZone = {
  readonly slug: string
  readonly name: Words
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  /** Parts of countries, by postcode. */
  readonly areas?: readonly { readonly country: string; readonly postalCodes: string }[]
  readonly methods: readonly ShippingMethod[]
}

export type TaxRate = {
  readonly name: string
  readonly country: string
  readonly region?: string
  readonly taxClass: TaxClass
  readonly basisPoints: number
  /** The first day, `2026-01-01`. */
  readonly validFrom: string
  readonly source: string
}

export type Store = {
  readonly code: string
  readonly name: string
  readonly line1: string
  readonly postalCode: string
  readonly city: string
  readonly country: string
  readonly hours: Words
  readonly collecting: Words
}
