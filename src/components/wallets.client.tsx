'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { marketPath, markets, type MarketId } from '#domain/markets'
import type { WalletQuote } from '#domain/views'
import { lightWords, type Phrases } from './light-words'
import { giveUp } from './wallet-order'
import { walletProblem, type WalletProblem } from './wallet-problem'
import { openWallets, type WalletListener } from './wallet-sheet'

export interface WalletsProps {
  market: MarketId
  messages: Phrases
  /** A `WalletQuote` as JSON, so that the frame of a page can mark where it stands. */
  quote: string
  countries: readonly string[]
  captureLater: boolean
  publishableKey: string
  script: string
  at: 'cart' | 'checkout'
}

/** The wallets of this browser, where it has any: name, address, delivery and payment at once. Without script there are none. */
export function Wallets({ market, messages, quote, countries, at, ...from }: WalletsProps) {
  const { captureLater, publishableKey, script } = from
  const t = lightWords(markets[market].locale, messages)
  const shop = { market: markets[market], t }
  const place = useRef<HTMLDivElement>(null)
  const [stage, setStage] = useState<'waiting' | 'ready' | 'none'>('waiting')
  const [problem, setProblem] = useState<WalletProblem>()
  const [isWorking, setWorking] = useState(false)
  const orderPath = (number: string): string => marketPath(market, `/orders/${number}`)
  const pathOf = (path: string): string => marketPath(market, path)

  /** By a whole page: what is there now is of before the order. */
  const leaveTo = (path: string): void => location.assign(path)

  const turnAway = async (number: string): Promise<void> => {
    setWorking(true)
    // Otherwise it was paid after all, or cannot be given up just now: its own page says how it stands.
    leaveTo((await giveUp(number)) ? `${pathOf('/cart')}?done=again` : orderPath(number))
  }

  const listener: WalletListener = {
    onReady: (found) => setStage(found ? 'ready' : 'none'),
    onOpen: () => setProblem(undefined),
    onRefused: (refusal) => {
      const found = walletProblem(shop, refusal, at)
      setProblem(found)
      return found.words
    },
    onUnpaid: (number, words) =>
      setProblem({ words: `${words ?? t('pay.problem')} ${t('wallet.unpaid', { number })}`, unpaid: number }),
    onCancel: (number) => {
      if (number) void turnAway(number)
    },
    addressOf: (number) => new URL(orderPath(number), location.href).href,
    onUnbegun: (number) => leaveTo(`${orderPath(number)}/pay`),
  }
  const open = useEffectEvent((where: HTMLElement) =>
    openWallets(
      where,
      {
        ...{ countries, captureLater, publishableKey, script },
        quote: JSON.parse(quote) as WalletQuote,
        locale: markets[market].locale,
        goods: t('wallet.goods'),
        delivery: t('wallet.delivery'),
      },
      listener,
    ),
  )
  const none = useEffectEvent(() => setStage('none'))

  // What a wallet shows is fixed when the page is made: another bag is another page.
  useEffect(() => {
    let isGone = false
    let close: (() => void) | undefined
    if (place.current)
      open(place.current).then(
        (made) => (isGone ? made() : void (close = made)),
        () => isGone || none(),
      )
    return () => {
      isGone = true
      close?.()
    }
  }, [])

  return (
    <section
      className="wallets"
      aria-label={t('wallet.title')}
      data-at={at}
      data-stage={problem ? 'ready' : stage}
    >
      <p className="label">{t('wallet.title')}</p>
      {problem && (
        <div className="problems" role="alert">
          <p>
            {problem.words}{' '}
            {problem.link && (
              <a className="link" href={problem.link.href}>
                {problem.link.words}
              </a>
            )}
          </p>
        </div>
      )}
      {problem?.unpaid && (
        <div className="wallets-ways">
          <a className="button" href={`${orderPath(problem.unpaid)}/pay`}>
            {t('wallet.another')}
          </a>
          <button
            type="button"
            className="button second"
            data-working={isWorking ? '' : undefined}
            onClick={() => problem.unpaid && !isWorking && void turnAway(problem.unpaid)}
          >
            {t('wallet.giveUp')}
          </button>
        </div>
      )}
      <div ref={place} className="wallets-place" hidden={problem?.unpaid !== undefined} />
      <p className="fine muted">{t('checkout.terms')}</p>
      <p className="wallets-or" aria-hidden="true">
        <span>{t('wallet.or')}</span>
      </p>
    </section>
  )
}
