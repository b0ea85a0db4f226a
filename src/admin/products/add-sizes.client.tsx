'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { skuOf, skuPatternRefusal } from '#domain/size-run'
import type { RunChoice, SizeRun } from '#queries/admin-sizes'
import { amountFrom } from '../amount'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'

interface Props {
  productId: string
  run: SizeRun
  mayBook: boolean
}

/** Adds a whole run of sizes at once: ticked sizes, one SKU pattern, a price of their own where they need one. */
export function AddSizes(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="m-button" onClick={() => setOpen(true)}>
        Add sizes
      </button>
      {/* A portal: this stands inside the form of a product, and forms cannot nest. */}
      {open
        ? createPortal(<AddSizesDialog {...props} onClose={() => setOpen(false)} />, document.body)
        : null}
    </>
  )
}

const figure = (text: string): number | undefined =>
  /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined

function AddSizesDialog({ productId, run, mayBook, onClose }: Props & { onClose: () => void }) {
  const [sizes, setSizes] = useState<readonly string[]>([])
  const [widths, setWidths] = useState<readonly string[]>([])
  const [skuPattern, setPattern] = useState(run.skuPattern)
  const [price, setPrice] = useState('')
  const [pairs, setPairs] = useState('')
  const [wrong, setWrong] = useState<string>()
  const count = sizes.length * Math.max(1, widths.length)
  const verb = useVerb(
    `/products/${productId}/sizes`,
    count === 1 ? 'One size added' : `${count} sizes added`,
  )
  const isTaken = (size: string) =>
    (widths.length > 0 ? widths : ['']).some((width) => run.taken.includes(`${size} ${width}`))

  const submit = async () => {
    const own = price.trim() ? amountFrom(price) : undefined
    const stock = pairs.trim() ? figure(pairs) : 0
    const fault =
      (sizes.length === 0 && 'Choose the sizes to add.') ||
      skuPatternRefusal(skuPattern.trim()) ||
      (price.trim() && own === undefined && 'Write the price like 129.00, or leave it empty.') ||
      (stock === undefined && 'Write the pairs as a whole number, or leave it empty.')
    if (fault) return setWrong(fault)
    setWrong(undefined)
    const body = {
      sizes,
      widths,
      skuPattern: skuPattern.trim(),
      prices: own === undefined ? {} : { EUR: own },
      stock,
    }
    if (await verb.run(body)) onClose()
  }
  const [example] = run.sizes.filter(({ id }) => sizes.includes(id))
  return (
    <FormDialog
      title="Add sizes"
      action={count === 0 ? 'Add sizes' : count === 1 ? 'Add one size' : `Add ${count} sizes`}
      open
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <Ticks legend="Sizes" choices={run.sizes} chosen={sizes} onChange={setSizes} isTaken={isTaken} all />
      {run.widths.length > 0 ? (
        <Ticks
          legend="Widths, when there is more than one"
          choices={run.widths}
          chosen={widths}
          onChange={setWidths}
        />
      ) : null}
      <Field
        label="SKU pattern"
        value={skuPattern}
        onChange={(event) =>
          setPattern(
            event.target.value.toUpperCase().replaceAll('{SIZE}', '{size}').replaceAll('{WIDTH}', '{width}'),
          )
        }
        maxLength={80}
        autoComplete="off"
        hint={
          example
            ? `${example.label} becomes ${skuOf(skuPattern, { ...example, value: example.label })}`
            : '{size} stands for the size. A SKU is never used twice.'
        }
      />
      <div className="m-field-row">
        <Field
          label="Own price in EUR"
          optional
          value={price}
          onChange={(event) => setPrice(event.target.value)}
          inputMode="decimal"
          autoComplete="off"
          className="m-figure-input"
          hint="Empty: the price of the product"
        />
        {mayBook ? (
          <Field
            label="Pairs of each"
            optional
            value={pairs}
            onChange={(event) => setPairs(event.target.value)}
            inputMode="numeric"
            autoComplete="off"
            className="m-figure-input"
            hint="On the shelf already"
          />
        ) : null}
      </div>
    </FormDialog>
  )
}

interface TicksProps {
  legend: string
  choices: readonly RunChoice[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
  isTaken?: (id: string) => boolean
  /** Offers to tick all that are free. */
  all?: boolean
}

function Ticks({ legend, choices, chosen, onChange, isTaken = () => false, all = false }: TicksProps) {
  const free = choices.filter(({ id }) => !isTaken(id)).map(({ id }) => id)
  const isFull = free.length > 0 && free.every((id) => chosen.includes(id))
  return (
    <fieldset className="m-ticks">
      <legend>
        {legend}
        {all && free.length > 1 ? (
          <button type="button" className="m-link" onClick={() => onChange(isFull ? [] : free)}>
            {isFull ? 'None' : 'All'}
          </button>
        ) : null}
      </legend>
      {choices.map(({ id, label }) => (
        <label key={id} className="m-tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={isTaken(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          <span>{label}</span>
        </label>
      ))}
      {choices.length === 0 ? <p className="m-muted">The style has no size scale with sizes yet.</p> : null}
    </fieldset>
  )
}
