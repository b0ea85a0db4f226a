import { AddToBag } from './add-to-bag'
import { BagDrawer } from './bag-drawer'
import { ConsentBar } from './consent-bar'
import { FacetForm } from './facet-form'
import { HeaderTools } from './header-tools'
import { LaunchCountdown } from './launch-countdown'
import { OwnPrice } from './own-price'
import { QuickSizes } from './quick-sizes'
import { SearchHints } from './search-hints'
import { ShoeCard } from './shoe-card'
import { SeenShoes } from './seen-shoes'
import { ShoeGallery } from './shoe-gallery'
import { SizeGuide } from './size-guide'
import { SizeSystems } from './size-systems'
import { startWorker } from './offline-worker'
import { ThemeSwitch } from './theme-switch'
import { WishButton } from './wish-button'
import './market-links'

const islands: readonly [string, CustomElementConstructor][] = [
  ['add-to-bag', AddToBag],
  ['bag-drawer', BagDrawer],
  ['consent-bar', ConsentBar],
  ['facet-form', FacetForm],
  ['header-tools', HeaderTools],
  ['seen-shoes', SeenShoes],
  ['launch-countdown', LaunchCountdown],
  ['own-price', OwnPrice],
  ['search-hints', SearchHints],
  ['shoe-card', ShoeCard],
  ['quick-sizes', QuickSizes],
  ['shoe-gallery', ShoeGallery],
  ['size-guide', SizeGuide],
  ['size-systems', SizeSystems],
  ['theme-switch', ThemeSwitch],
  ['wish-button', WishButton],
]

function start(): void {
  for (const [name, island] of islands) if (!customElements.get(name)) customElements.define(name, island)
}

/** React marks what it has taken over; the last element of our pages comes last. */
const isTakenOver = (): boolean =>
  Object.keys(document.querySelector('.toasts') ?? {}).some((key) => key.startsWith('__reactFiber'))

const patience = 100

function startAfter(tries: number): void {
  if (tries === 0 || isTakenOver()) start()
  else setTimeout(() => startAfter(tries - 1), 100)
}

/**
 * A page without a framework comes alive at once. Where React is on the page, it first takes over the document as
 * the server sent it; only then may we change it.
 */
if (document.querySelector('script[src*="/_next/"]')) startAfter(patience)
else start()

startWorker()
