import type { FacetValue, ImageView, ProductCard, ProductTag, SizeLabels } from './views'

/**
 * The shapes of what the shop's editors write: categories, pages, navigation, settings. Types only.
 * Every `href` that starts with one slash is a path of the default market: pages put their own market before it.
 */
export interface CategoryNode {
  id: string
  slug: string
  /** Slugs from the root, as in an address: `men/men-shoes`. */
  path: string
  name: string
  picture?: ImageView
  children: CategoryNode[]
}

export interface Crumb {
  path: string
  name: string
}

export interface CategoryView extends CategoryNode {
  description?: string
  /** From the root to the category itself. */
  breadcrumbs: Crumb[]
  seo: { title?: string; description?: string }
}

export interface LinkView {
  label: string
  href: string
}

export interface RichSpan {
  text: string
  bold?: true
  italic?: true
  href?: string
}

/** Rich text without markup: a component draws each kind, so nothing can be injected. */
export type RichBlock =
  { kind: 'p' | 'h2' | 'h3' | 'h4' | 'quote'; spans: RichSpan[] } | { kind: 'ul' | 'ol'; items: RichSpan[][] }

export type BlockView =
  | { type: 'hero'; id: string; heading: string; text?: string; link?: LinkView; picture: ImageView }
  | { type: 'sizeGrid'; id: string; heading?: string; category?: Crumb; sizes: FacetValue[] }
  | { type: 'productRow'; id: string; heading?: string; category?: Crumb; products: ProductCard[] }
  | {
      type: 'split'
      id: string
      heading: string
      text?: string
      link?: LinkView
      picture: ImageView
      side: 'left' | 'right'
    }
  | { type: 'categoryTiles'; id: string; heading?: string; categories: (Crumb & { picture?: ImageView })[] }
  | { type: 'text'; id: string; heading?: string; body: RichBlock[] }
  | { type: 'sizeTable'; id: string; heading?: string; scale: string; rows: SizeLabels[] }
  | { type: 'faq'; id: string; heading?: string; items: { question: string; answer: string }[] }
  | {
      type: 'materialStrip'
      id: string
      heading?: string
      items: { title: string; text?: string; picture?: ImageView }[]
    }
  | {
      type: 'lookbook'
      id: string
      heading?: string
      text?: string
      picture: ImageView
      /** Places in hundredths of the picture, from the left and from above. */
      spots: { x: number; y: number; product: ProductCard }[]
    }
  | { type: 'brandStrip'; id: string; heading?: string; brands: { name: string; href: string }[] }
  | {
      type: 'video'
      id: string
      heading?: string
      text?: string
      picture: ImageView
      source: string
      /** Plays in the page; otherwise it is a link. */
      isOwn: boolean
    }
  | { type: 'quote'; id: string; text: string; author?: string; role?: string }
  | { type: 'newsletter'; id: string; heading: string; text?: string }
  | { type: 'sizeTeaser'; id: string; heading: string; text?: string; link?: LinkView; rows: SizeLabels[] }
  | { type: 'stores'; id: string; heading?: string; text?: string; stores: StoreView[] }

export interface StoreView {
  id: string
  name: string
  line1: string
  postalCode: string
  city: string
  country: string
  hours?: string
}

export interface PageView {
  id: string
  slug: string
  title: string
  blocks: BlockView[]
  seo: { title?: string; description?: string }
}

/** An article as lists show it. */
export interface ArticleCard {
  slug: string
  title: string
  lead: string
  /** The day it was published, in ISO 8601. */
  at: string
  picture: ImageView
  author?: string
}

export interface JournalView {
  page: number
  pages: number
  articles: ArticleCard[]
}

export interface AuthorView {
  slug: string
  name: string
  role?: string
  words?: string
  picture?: ImageView
}

/** An author's page: who writes, and a page of what is public of it. */
export interface AuthorPageView extends JournalView {
  by: AuthorView
}

export interface ArticleView extends Omit<ArticleCard, 'author'> {
  id: string
  changedAt: string
  by?: AuthorView
  body: RichBlock[]
  products: ProductCard[]
  seo: { title?: string; description?: string }
}

export interface NavigationItem {
  label: string
  href?: string
  children: NavigationItem[]
}

export interface FooterView {
  columns: { heading: string; links: LinkView[] }[]
  smallPrint?: string
}

export interface ShopSettingsView {
  name: string
  timezone: string
  announcement?: string
  contactEmail?: string
  legal: { company?: string; address?: string; vatNumber?: string }
  /** Where parcels leave, `14:00` up to when an order counts as of that day, and working days to make it ready. */
  delivery: { home: string; cutOff: string; handling: number }
  /** Days in which a pair may be sent back. */
  returnDays: number
  /** Browsers keep a page for times without network. */
  offline: boolean
  /** What needs consent: nothing while `analytics` is off. */
  privacy: { analytics: boolean; script?: string; edition: number }
  /** Where a bank transfer goes. */
  bank: { accountHolder?: string; iban?: string; bic?: string; bank?: string }
}

export interface SuggestView {
  products: ProductTag[]
  categories: Crumb[]
  brands: { slug: string; name: string }[]
  /** Searches that find something, nearest first: the one typed, completed or put right. */
  queries: string[]
}
