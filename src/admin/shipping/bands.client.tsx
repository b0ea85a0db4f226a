'use client'

import { FieldLabel, useField, useForm } from '@payloadcms/ui'
import type { ArrayFieldClientComponent } from 'payload'
import { useState } from 'react'
import { currencies } from '#domain/markets'
import { amountFrom, amountText } from '../amount'
import { weightFrom, weightText } from './weight'

interface Unit {
  text: (value: number) => string
  from: (typed: string) => number | undefined
}

const money: Unit = { text: amountText, from: amountFrom }
const weight: Unit = { text: weightText, from: weightFrom }

interface CellProps {
  path: string
  label: string
  unit: Unit
  readOnly: boolean
  placeholder?: string
}

/** A figure of a band, typed as people write it and kept as a whole number. */
function FigureCell({ path, label, unit, readOnly, placeholder }: CellProps) {
  const { value, setValue, showError } = useField<number | string | null>({ path })
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (typeof value === 'number' ? unit.text(value) : '')
  const isWrong = shown.trim() !== '' && unit.from(shown) === undefined
  // What is no figure stays as it was typed, so that saving is refused instead of losing it.
  const keep = (text: string) => {
    setTyped(text)
    setValue(text.trim() === '' ? null : (unit.from(text) ?? text))
  }
  return (
    <td className="m-right">
      <input
        className="m-cell-input"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={isWrong || showError}
        placeholder={placeholder}
        value={shown}
        readOnly={readOnly}
        onChange={(event) => keep(event.target.value)}
      />
    </td>
  )
}

function CurrencyCell({ path, label, readOnly }: Omit<CellProps, 'unit'>) {
  const { value, setValue } = useField<string>({ path })
  return (
    <td>
      <select
        className="m-cell-input"
        aria-label={label}
        value={value ?? ''}
        disabled={readOnly}
        onChange={(event) => setValue(event.target.value)}
      >
        {currencies.map((currency) => (
          <option key={currency}>{currency}</option>
        ))}
      </select>
    </td>
  )
}

const figures: readonly { name: string; label: string; unit: Unit; placeholder?: string }[] = [
  { name: 'minValue', label: 'Goods from', unit: money, placeholder: '0.00' },
  { name: 'maxValue', label: 'Goods to', unit: money, placeholder: 'any' },
  { name: 'maxWeightG', label: 'Up to kg', unit: weight, placeholder: 'any' },
  { name: 'price', label: 'Price', unit: money },
  { name: 'freeFrom', label: 'Free from', unit: money, placeholder: 'never' },
]

/** The price list of a method as a table: a band in each row, the first that fits decides. */
export const BandsField: ArrayFieldClientComponent = ({ field, path, schemaPath, readOnly }) => {
  const { rows = [], showError, errorMessage, disabled } = useField({ path, hasRows: true })
  const { addFieldRow, removeFieldRow, setModified } = useForm()
  const isClosed = Boolean(readOnly) || disabled
  const add = () => {
    addFieldRow({
      path,
      schemaPath: schemaPath ?? field.name,
      rowIndex: rows.length,
      subFieldState: { currency: { value: 'EUR', initialValue: 'EUR', valid: true } },
    })
    setModified(true)
  }
  const remove = (rowIndex: number) => {
    removeFieldRow({ path, rowIndex })
    setModified(true)
  }
  return (
    <div className="field-type m-bands">
      <FieldLabel label={field.label} path={path} required={field.required} />
      <p className="m-hint">
        The first row that fits the goods (after discounts) and their weight is the price. Both ends belong to
        a row; what fits none is not carried.
      </p>
      <div className="m-scroll">
        <table className="m-table">
          <thead>
            <tr>
              <th>Currency</th>
              {figures.map(({ name, label }) => (
                <th key={name} className="m-right">
                  {label}
                </th>
              ))}
              <th />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.id}>
                <CurrencyCell
                  path={`${path}.${index}.currency`}
                  label={`Currency, row ${index + 1}`}
                  readOnly={isClosed}
                />
                {figures.map(({ name, label, ...how }) => (
                  <FigureCell
                    key={name}
                    path={`${path}.${index}.${name}`}
                    label={`${label}, row ${index + 1}`}
                    readOnly={isClosed}
                    {...how}
                  />
                ))}
                <td className="m-right">
                  {isClosed ? null : (
                    <button
                      type="button"
                      className="m-button m-small"
                      onClick={() => remove(index)}
                      aria-label={`Remove row ${index + 1}`}
                    >
                      Remove
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {showError && rows.length === 0 ? (
        <p className="m-refusal">{errorMessage ?? 'At least one price.'}</p>
      ) : null}
      {isClosed ? null : (
        <button type="button" className="m-button" onClick={add}>
          Add a price
        </button>
      )}
    </div>
  )
}
