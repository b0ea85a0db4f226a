import type { ReactNode } from 'react'
import { Footer } from '#components/footer'
import { Header, PlainHeader } from '#components/header'
import { hrefIn, type Shop } from '#components/shop'
import { getFooter, getNavigation, getShopSettings } from '#queries/site'

interface FrameProps {
  shop: Shop
  children: ReactNode
}

async function Foot({ shop }: { shop: Shop }) {
  const [footer, settings] = await Promise.all([getFooter(shop.market.id), getShopSettings(shop.market.id)])
  return <Footer shop={shop} footer={footer} company={settings.legal.company} />
}

/** The whole frame of the shop around a page for one person. `count` is what is in the bag, or marks where it stands. */
export async function ShopFrame({ shop, count, children }: FrameProps & { count: number | string }) {
  const navigation = await getNavigation(shop.market.id)
  return (
    <>
      <Header shop={shop} navigation={navigation} count={count} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Foot shop={shop} />
      <bag-drawer data-close={shop.t('bag.close')} data-cart={hrefIn(shop, '/cart')} />
    </>
  )
}

interface PlainFrameProps extends FrameProps {
  back: { href: string; label: string }
  footed?: boolean
}

/** Checkout and confirmation: nothing that leads away but the way back. */
export async function PlainFrame({ shop, back, footed = false, children }: PlainFrameProps) {
  const { contactEmail } = await getShopSettings(shop.market.id)
  return (
    <>
      <PlainHeader shop={shop} back={back} help={contactEmail} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      {footed && <Foot shop={shop} />}
    </>
  )
}
