'use client'

import { useEffect, useRef, useState } from 'react'
import { marketPath, markets, type MarketId } from '#domain/markets'
import type { Money } from '#domain/views'
import { askToPay } from './pay-ask'
import { loadCardForm, type CardForm } from './pay-card-form'
import { moneyIn } from './shop'
import { lightWords, type Phrases } from './light-words'

export interface PayFormProps {
  market: MarketId
  messages: Phrases
  number: string
  due: Money
  publishableKey: string
  /** Where the provider's own script comes from. */
  script: string
}

const orderPath = (market: MarketId, number: string): string => marketPath(market, `/orders/${number}`)

type Stage = 'loading' | 'ready' | 'working' | 'unavailable'

/** The provider's form, in its own frame: what is typed into it never reaches the shop. */
export function PayForm({ market, messages, number, due, publishableKey, script }: PayFormProps) {
  const t = lightWords(markets[market].locale, messages)
  const shop = { market: markets[market], t }
  const place = useRef<HTMLDivElement>(null)
  const form = useRef<CardForm>(undefined)
  const [stage, setStage] = useState<Stage>('loading')
  const [problem, setProblem] = useState<string>()
  const [round, setRound] = useState(1)

  useEffect(() => {
    let isGone = false
    const { locale } = markets[market]
    const open = async (): Promise<Stage> => {
      const { isOver, clientSecret } = await askToPay(number)
      if (isOver) location.replace(orderPath(market, number))
      if (isOver || isGone) return 'loading'
      if (!clientSecret || !place.current) return 'unavailable'
      form.current = await loadCardForm(place.current, { script, publishableKey, clientSecret, locale })
      return 'ready'
    }
    void open()
      .catch((): Stage => 'unavailable')
      .then((next) => (isGone ? form.current?.close() : setStage(next)))
    return () => {
      isGone = true
      form.current?.close()
    }
  }, [round, market, number, publishableKey, script])

  const pay = async (event: React.SubmitEvent) => {
    event.preventDefault()
    if (!form.current || stage !== 'ready') return
    setStage('working')
    setProblem(undefined)
    const error = await form.current.confirm(new URL(orderPath(market, number), location.href).href)
    setStage('ready')
    setProblem(error ?? t('pay.problem'))
  }

  const again = () => {
    setStage('loading')
    setRound(round + 1)
  }

  return (
    <form className="pay-form" onSubmit={pay} aria-busy={stage === 'loading' || stage === 'working'}>
      {problem && (
        <div className="problems" role="alert">
          {problem} {t('pay.again')}
        </div>
      )}
      {stage === 'unavailable' && (
        <div className="problems" role="alert">
          {t('pay.unavailable')}
        </div>
      )}
      <div ref={place} className="card-form" data-stage={stage} />
      {stage === 'loading' && (
        <p className="muted" role="status">
          {t('pay.loading')}
        </p>
      )}
      {stage === 'unavailable' ? (
        <button type="button" className="button wide tall" onClick={again}>
          {t('pay.retry')}
        </button>
      ) : (
        <button
          className="button wide tall"
          aria-disabled={stage !== 'ready'}
          data-working={stage === 'working' ? '' : undefined}
        >
          {stage === 'working' ? t('pay.working') : t('pay.now', { amount: moneyIn(shop, due) })}
        </button>
      )}
      <p className="fine muted mt-3">{t('pay.safe')}</p>
    </form>
  )
}
