import type { PickupView } from '#domain/views'

/** Where an order is collected, and when. */
export function PickupPlace({ pickup: { name, line1, postalCode, city, hours } }: { pickup: PickupView }) {
  return (
    <span className="block">
      {[name, line1, `${postalCode} ${city}`].filter(Boolean).join(', ')}
      {hours && <span className="block whitespace-pre-line">{hours}</span>}
    </span>
  )
}
