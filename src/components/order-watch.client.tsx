'use client'

import { useEffect } from 'react'

/** Milliseconds between two looks: quick at first, then patient. */
const waits = [1_000, 1_500, 2_000, 3_000, 5_000, 5_000, 10_000, 10_000, 20_000, 30_000, 60_000]

/** Shows the order again as soon as its provider has said how the payment ended. The address loses what Stripe put there. */
export function OrderWatch({ number, status }: { number: string; status: string }) {
  useEffect(() => {
    let timer: number | undefined
    let round = 0
    const look = async () => {
      const answer = await fetch(`/api/store/orders/${encodeURIComponent(number)}`).catch(() => undefined)
      const body = answer?.ok ? ((await answer.json()) as { order: { paymentStatus: string } }) : undefined
      if (body && body.order.paymentStatus !== status) return location.replace(location.pathname)
      wait()
    }
    const wait = () => {
      const next = waits[round]
      round += 1
      if (next !== undefined) timer = window.setTimeout(() => void look(), next)
    }
    wait()
    return () => window.clearTimeout(timer)
  }, [number, status])
  return null
}
