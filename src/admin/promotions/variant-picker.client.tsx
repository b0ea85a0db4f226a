'use client'

import { useState } from 'react'
import { useConfig } from '@payloadcms/ui'
import { Field } from '../field'

export interface Picked {
  variantId: string
  name: string
  quantity: number
}

interface Found {
  id: string
  sku: string
  title?: string | null
  product?: { title?: string | null } | string | null
}

const nameOf = ({ sku, product }: Found): string =>
  [typeof product === 'object' ? product?.title : undefined, sku].filter(Boolean).join(', ')

interface Props {
  picked: readonly Picked[]
  onChange: (picked: Picked[]) => void
}

/** Sizes found by SKU or product, and how many pairs of each. */
export function VariantPicker({ picked, onChange }: Props) {
  const { config } = useConfig()
  const [found, setFound] = useState<Found[]>()
  const search = async (text: string) => {
    if (text.trim().length < 2) return setFound(undefined)
    const query = new URLSearchParams({ limit: '8', depth: '1' })
    query.set('where[or][0][sku][like]', text.trim())
    query.set('where[or][1][product.title][like]', text.trim())
    const answer = await fetch(`${config.serverURL}${config.routes.api}/variants?${query}`, {
      credentials: 'include',
    })
    if (answer.ok) setFound(((await answer.json()) as { docs: Found[] }).docs)
  }
  const add = (one: Found) => {
    setFound(undefined)
    if (!picked.some(({ variantId }) => variantId === one.id))
      onChange([...picked, { variantId: one.id, name: nameOf(one), quantity: 1 }])
  }
  const set = (variantId: string, quantity: number) =>
    onChange(
      picked
        .map((one) => (one.variantId === variantId ? { ...one, quantity: Math.min(20, quantity) } : one))
        .filter((one) => one.quantity > 0),
    )
  return (
    <div className="m-picker">
      <Field
        label="Add a size"
        hint="By SKU or the name of the product."
        autoComplete="off"
        onChange={(event) => void search(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {found ? (
        <ul className="m-found">
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" className="m-button m-small" onClick={() => add(one)}>
                {nameOf(one)}
              </button>
            </li>
          ))}
          {found.length === 0 ? <li className="m-muted">Nothing found.</li> : null}
        </ul>
      ) : null}
      {picked.length > 0 ? (
        <ul className="m-picked">
          {picked.map(({ variantId, name, quantity }) => (
            <li key={variantId}>
              <span>{name}</span>
              <button
                type="button"
                className="m-button m-small"
                aria-label={`One less of ${name}`}
                onClick={() => set(variantId, quantity - 1)}
              >
                −
              </button>
              <span className="m-figure">{quantity}</span>
              <button
                type="button"
                className="m-button m-small"
                aria-label={`One more of ${name}`}
                onClick={() => set(variantId, quantity + 1)}
              >
                +
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
