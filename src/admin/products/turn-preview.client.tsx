'use client'

import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useField } from '@payloadcms/ui'
import { degreesOf, draggedTo, stepsOfKey, wrapFrame } from '#domain/turn'

const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).flatMap((one) => {
    const id = (one as { id?: unknown } | null)?.id ?? one
    return typeof id === 'string' ? [id] : []
  })

/** Under the pictures of a turn: the shoe as it turns with them, saved or not. */
export function TurnPreview() {
  const { value, setValue, disabled } = useField<unknown>({ path: 'turn' })
  const ids = idsOf(value)
  if (ids.length < 2) return null
  return (
    <section className="m-grid-field">
      <h3>The turn</h3>
      <Turntable key={ids.length} ids={ids} />
      <div className="m-buttons">
        <button
          type="button"
          className="m-button m-small"
          aria-disabled={disabled}
          onClick={() => disabled || setValue([...ids].reverse())}
        >
          Put them in the other order
        </button>
      </div>
    </section>
  )
}

/** All of the pictures are loaded once somebody reaches for it. */
function Turntable({ ids }: { ids: readonly string[] }) {
  const count = ids.length
  const [isWanted, setWanted] = useState(false)
  const [at, setAt] = useState(0)
  const [held, setHeld] = useState<{ x: number; at: number }>()
  const press = (event: KeyboardEvent) => {
    const step = stepsOfKey[event.key]
    if (!step) return
    event.preventDefault()
    setAt(wrapFrame(at + step, count))
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!held) return
    const over = { width: event.currentTarget.clientWidth, count }
    setAt(draggedTo(held.at, event.clientX - held.x, over))
  }
  return (
    <div className="m-turn" onPointerEnter={() => setWanted(true)} onFocus={() => setWanted(true)}>
      <div
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setHeld({ x: event.clientX, at })
        }}
        onPointerMove={drag}
        onPointerUp={() => setHeld(undefined)}
        onPointerCancel={() => setHeld(undefined)}
      >
        {ids.map((id, place) =>
          isWanted || place === at ? (
            // eslint-disable-next-line @next/next/no-img-element -- the image route already makes the right size
            <img key={id} src={`/media/${id}/480.webp`} alt="" hidden={place !== at} draggable={false} />
          ) : null,
        )}
      </div>
      <input
        type="range"
        aria-label="Turn the shoe"
        aria-valuetext={`${degreesOf(at, count)} of 360 degrees, picture ${at + 1} of ${count}`}
        min={0}
        max={count - 1}
        value={at}
        onChange={(event) => setAt(event.currentTarget.valueAsNumber)}
        onKeyDown={press}
      />
      <p className="m-hint">
        Picture {at + 1} of {count}, at {degreesOf(at, count)}°. What is in front should move with your hand;
        if it moves against it, the pictures are in the other order.
      </p>
    </div>
  )
}
