import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AddressView, ShippingChoices } from '#domain/views'

/** Where it goes, as far as it decides who brings it. */
export interface Place {
  country: string
  postalCode: string
}

export const placeOf = (address: Partial<AddressView> | undefined): Place => ({
  country: address?.country ?? '',
  postalCode: address?.postalCode ?? '',
})

async function choicesTo({ country, postalCode }: Place): Promise<ShippingChoices | undefined> {
  const query = new URLSearchParams({ country, postalCode })
  const answer = await fetch(`/api/store/carts/current/shipping-options?${query}`).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as ShippingChoices) : undefined
}

export interface Choices extends ShippingChoices {
  place: Place
  /** The ways to another place are being asked for. */
  isAsking: boolean
  /** Asks for the ways to a place when it is another one; what comes back ends when they are shown, nothing when they are already. */
  follow: (to: Place) => Promise<void> | undefined
}

/** The ways to deliver to where the address says just now; the answer to the last question counts. */
export function useChoices(first: ShippingChoices, from: Place): Choices {
  const [choices, setChoices] = useState(first)
  const [place, setPlace] = useState(from)
  const [isAsking, setAsking] = useState(false)
  const last = useRef<{ place: Place; shown?: Promise<void> }>({ place: from })

  const ask = async (to: Place) => {
    const answer = await choicesTo(to)
    if (last.current.place !== to) return last.current.shown
    last.current = { place: to }
    flushSync(() => {
      if (answer) setChoices(answer)
      setAsking(false)
    })
  }
  const follow = (to: Place) => {
    const { place: asked, shown } = last.current
    if (to.country === asked.country && to.postalCode === asked.postalCode) return shown
    setPlace(to)
    setAsking(true)
    last.current = { place: to }
    return (last.current.shown = ask(to))
  }
  return { ...choices, place, isAsking, follow }
}
