import { about } from './pages/about'
import { careCanvas, carePage, careSmoothLeather, careSuede } from './pages/care'
import { home } from './pages/home'
import { imprint, privacy } from './pages/legal'
import { returnsPage } from './pages/returns'
import { shippingPage } from './pages/shipping'
import { stores } from './pages/stores'
import { sizeGuide } from './pages/size-guide'
import type { PageContent } from './types'

export const pages: readonly PageContent[] = [
  home,
  sizeGuide,
  shippingPage,
  returnsPage,
  stores,
  about,
  carePage,
  careSmoothLeather,
  careSuede,
  careCanvas,
  imprint,
  privacy,
]
