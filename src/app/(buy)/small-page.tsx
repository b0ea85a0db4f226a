import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import type { Shop } from '#components/shop'
import { countOf } from '#services/cart'
import { ShopFrame } from './frame'
import { problemId } from './problem'
import { requireShop, visitor, type Query } from './visitor'

export interface PageProps {
  params: Promise<{ market: string }>
  searchParams: Promise<Query>
}

/** The metadata of a page that is nobody's business but the visitor's. */
export const privateMetadata =
  (titleKey: string) =>
  async ({ params }: PageProps): Promise<Metadata> => {
    const { t } = requireShop((await params).market)
    return { title: `${t(titleKey)} | Molini`, robots: { index: false } }
  }

interface SmallPageProps {
  shop: Shop
  title: string
  lead?: string
  problem?: string
  notice?: string
  children: ReactNode
}

/** A page of one short form. */
export async function SmallPage({ shop, title, lead, problem, notice, children }: SmallPageProps) {
  const { req, cartToken } = await visitor()
  const count = cartToken ? await countOf(req, cartToken) : 0
  return (
    <ShopFrame shop={shop} count={count}>
      <div className="frame">
        <div className="narrow">
          <h1>{title}</h1>
          {lead && <p className="muted mt-3">{lead}</p>}
          {problem && (
            <p className="problems mt-6" role="alert" id={problemId}>
              {problem}
            </p>
          )}
          {notice && (
            <p className="notice mt-6" role="status">
              {notice}
            </p>
          )}
          {children}
        </div>
      </div>
    </ShopFrame>
  )
}
