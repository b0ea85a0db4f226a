'use client'

import { useId, useRef, useState, useSyncExternalStore } from 'react'
import { suggestionLine } from '#domain/address-suggestion'
import { markets, type MarketId } from '#domain/markets'
import type { AddressView } from '#domain/views'
import { fillAddress, valueOf, type Filled } from './address-fill'
import { findAddresses, type Offer } from './address-offers'
import { Field, fieldId } from './field'
import { lightWords, type Phrases } from './light-words'

/** What helps with an address while it is typed. */
export interface StreetHelp {
  market: MarketId
  messages: Phrases
  /** A map may be asked. */
  hasMap: boolean
  /** A customer's own. */
  saved: readonly AddressView[]
}

interface StreetFieldProps extends StreetHelp {
  /** `shippingAddress` or nothing, as in `AddressFields`. */
  prefix: string
  value?: string
  error?: string
  autoFocus?: boolean
  autoComplete: string
  onBlur?: (event: React.FocusEvent<HTMLInputElement>) => void
  onFilled?: (address: Filled) => void
}

const never = () => () => {}
/** Whether the script runs: without it this is a plain field and says nothing else. */
const useIsAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** Milliseconds without a letter after which somebody waits to see. */
const pause = 200

/**
 * The street of an address: a combobox after the pattern of the ARIA Authoring Practices. What is typed stays as it is until one of
 * the addresses is chosen, which fills the fields of its form.
 */
export function StreetField({
  market,
  messages,
  hasMap,
  saved,
  prefix,
  onFilled,
  ...field
}: StreetFieldProps) {
  const t = lightWords(markets[market].locale, messages)
  const isAlive = useIsAlive()
  const id = useId()
  const [offers, setOffers] = useState<readonly Offer[]>([])
  const [at, setAt] = useState(-1)
  const [said, setSaid] = useState('')
  const last = useRef<AbortController>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const name = prefix ? `${prefix}.line1` : 'line1'
  const isOpen = offers.length > 0

  const stop = (): void => {
    clearTimeout(timer.current)
    last.current?.abort()
  }
  const close = (): void => {
    stop()
    setOffers([])
    setAt(-1)
    setSaid('')
  }
  const show = (found: readonly Offer[]): void => {
    setOffers(found)
    setAt(-1)
    setSaid(found.length > 0 ? t('address.suggested', { count: found.length }) : '')
  }
  const look = async (text: string): Promise<void> => {
    const asking = (last.current = new AbortController())
    const country = valueOf(prefix, 'country')
    const found = await findAddresses({ text, country, saved, hasMap }, asking.signal)
    if (!asking.signal.aborted) show(found)
  }
  const typed = (text: string): void => {
    stop()
    timer.current = setTimeout(() => void look(text), pause)
  }
  const choose = ({ address }: Offer): void => {
    close()
    setSaid(t('address.filled'))
    void fillAddress(prefix, address).then(() => onFilled?.(address))
  }
  const move = (by: number): void =>
    setAt((at + by + offers.length + (at < 0 && by < 0 ? 1 : 0)) % offers.length)

  const pressed = (event: React.KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event
    const chosen = offers[at]
    if (key === 'Escape' && isOpen) close()
    else if (key === 'Enter' && chosen) choose(chosen)
    else if (key === 'ArrowDown' && !isOpen) void look(event.currentTarget.value)
    else if (key === 'ArrowDown' && isOpen) move(1)
    else if (key === 'ArrowUp' && isOpen) move(-1)
    else return
    event.preventDefault()
  }

  const combobox = {
    role: 'combobox',
    'aria-expanded': isOpen,
    'aria-autocomplete': 'list',
    'aria-controls': isOpen ? id : undefined,
    'aria-activedescendant': at >= 0 ? `${id}-${at}` : undefined,
    onInput: (event: React.InputEvent<HTMLInputElement>) => typed(event.currentTarget.value),
    onKeyDown: pressed,
    onFocus: (event: React.FocusEvent<HTMLInputElement>) => {
      if (saved.length > 0 && event.currentTarget.value === '') void look('')
    },
  } as const
  return (
    <Field
      t={t}
      name={name}
      label={t('address.line1')}
      maxLength={120}
      {...field}
      onBlur={(event) => {
        close()
        field.onBlur?.(event)
      }}
      input={isAlive ? combobox : {}}
    >
      {isOpen && (
        <ul className="offers" role="listbox" id={id} aria-label={t('address.suggestions')}>
          {offers.map((offer, index) => (
            <li
              key={`${offer.isSaved} ${suggestionLine(offer.address)}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(offer)}
            >
              {suggestionLine(offer.address)}
              {offer.isSaved && <span className="fine muted"> {t('address.saved')}</span>}
            </li>
          ))}
        </ul>
      )}
      {isAlive && (
        <span className="sr-only" role="status" id={`${fieldId(name)}-status`}>
          {said}
        </span>
      )}
    </Field>
  )
}
