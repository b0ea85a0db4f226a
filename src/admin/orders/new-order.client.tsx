'use client'

import { useState } from 'react'
import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { pairs } from '../amount'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { refusalWords, type Refusal } from '../refusal-words'

const empty = {
  email: '',
  firstName: '',
  lastName: '',
  line1: '',
  postalCode: '',
  city: '',
  country: 'IT',
  phone: '',
}
type Buyer = typeof empty

interface Line {
  variantId: string
  sku: string
  title: string
  quantity: number
}

interface Props {
  markets: { id: string; name: string }[]
  methods: { code: string; name: string }[]
  payments: { id: string; name: string }[]
}

const labels: Readonly<Record<keyof Buyer, string>> = {
  email: 'E-mail',
  firstName: 'First name',
  lastName: 'Last name',
  line1: 'Street and number',
  postalCode: 'Postal code',
  city: 'Town',
  country: 'Country, two letters',
  phone: 'Phone',
}

/** An order for somebody on the phone. They pay over the link in their mail. */
export function NewOrder({ markets, methods, payments }: Props) {
  const { config } = useConfig()
  const router = useRouter()
  const api = `${config.serverURL}${config.routes.api}`
  const [open, setOpen] = useState(false)
  const [key, setKey] = useState('')
  const [lines, setLines] = useState<Line[]>([])
  const [sku, setSku] = useState('')
  const [buyer, setBuyer] = useState<Buyer>(empty)
  const [market, setMarket] = useState(markets[0]?.id ?? 'eu')
  const [shippingOption, setShipping] = useState(methods[0]?.code ?? '')
  const [paymentMethod, setPayment] = useState(payments[0]?.id ?? '')
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()

  const begin = () => {
    setKey(Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join(''))
    setRefusal(undefined)
    setOpen(true)
  }
  const addSku = async () => {
    const query = `where[sku][equals]=${encodeURIComponent(sku.trim())}&depth=1&limit=1`
    const response = await fetch(`${api}/variants?${query}`, { credentials: 'include' })
    const { docs = [] } = (await response.json()) as {
      docs?: { id: string; sku: string; product?: { title?: string } | string }[]
    }
    const [found] = docs
    if (!found) return setRefusal('No size has this SKU.')
    const title = typeof found.product === 'object' ? (found.product.title ?? '') : ''
    setRefusal(undefined)
    setSku('')
    setLines([
      ...lines.filter((line) => line.variantId !== found.id),
      { variantId: found.id, sku: found.sku, title, quantity: 1 },
    ])
  }
  const submit = async () => {
    if (lines.length === 0) return setRefusal('Add a pair first, by its SKU.')
    const { email, ...address } = buyer
    const filled = Object.fromEntries(Object.entries(address).filter(([, value]) => value.trim() !== ''))
    setBusy(true)
    try {
      const response = await fetch(`${api}/orders/place`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `${key}-${lines.length}` },
        body: JSON.stringify({
          market,
          lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
          ...(code.trim() && { code: code.trim() }),
          checkout: { email: email.trim(), shippingAddress: filled, shippingOption, paymentMethod },
        }),
      })
      const answer = (await response.json()) as { order?: { id: string; number: string } } & Refusal
      if (!response.ok || !answer.order) {
        setKey(`${key}x`)
        return setRefusal(refusalWords({ ...answer, status: response.status }))
      }
      toast.success(`${answer.order.number} placed. The buyer has the link in their mail.`)
      setOpen(false)
      router.push(`${config.routes.admin}/collections/orders/${answer.order.id}`)
    } finally {
      setBusy(false)
    }
  }
  const count = lines.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <>
      <button type="button" className="m-button" onClick={begin}>
        New order by phone
      </button>
      <FormDialog
        title="New order by phone"
        action={count ? `Place the order of ${pairs(count)}` : 'Place the order'}
        open={open}
        busy={busy}
        refusal={refusal}
        onClose={() => setOpen(false)}
        onSubmit={() => void submit()}
      >
        <ul className="m-ship-lines">
          {lines.map((line) => (
            <li key={line.variantId}>
              <span />
              <span>
                {line.title}
                <span className="m-second">{line.sku}</span>
              </span>
              <label>
                <input
                  type="number"
                  min={0}
                  max={20}
                  value={line.quantity}
                  aria-label={`Pairs of ${line.sku}`}
                  onChange={(event) => {
                    const quantity = Math.min(Math.max(0, Math.trunc(event.target.valueAsNumber) || 0), 20)
                    setLines(
                      lines.flatMap((one) =>
                        one !== line ? [one] : quantity === 0 ? [] : [{ ...line, quantity }],
                      ),
                    )
                  }}
                />
              </label>
            </li>
          ))}
        </ul>
        <div className="m-field-row">
          <Field
            label="SKU"
            value={sku}
            onChange={(event) => setSku(event.target.value)}
            autoComplete="off"
          />
          <button type="button" className="m-button" onClick={() => void addSku()}>
            Add
          </button>
        </div>
        <div className="m-field-grid">
          {(Object.keys(labels) as (keyof Buyer)[]).map((name) => (
            <Field
              key={name}
              label={labels[name]}
              optional={name === 'phone'}
              value={buyer[name]}
              onChange={(event) => setBuyer({ ...buyer, [name]: event.target.value })}
              maxLength={name === 'country' ? 2 : 120}
              autoComplete="off"
            />
          ))}
          <Field
            label="Promotion code"
            optional
            value={code}
            onChange={(event) => setCode(event.target.value)}
            maxLength={64}
            autoComplete="off"
          />
          <Pick
            label="Market"
            value={market}
            onPick={setMarket}
            options={markets.map(({ id, name }) => [id, name])}
          />
          <Pick
            label="Delivery"
            value={shippingOption}
            onPick={setShipping}
            options={methods.map((one) => [one.code, one.name])}
          />
          <Pick
            label="Payment"
            value={paymentMethod}
            onPick={setPayment}
            options={payments.map(({ id, name }) => [id, name])}
          />
        </div>
      </FormDialog>
    </>
  )
}

interface PickProps {
  label: string
  value: string
  onPick: (value: string) => void
  options: [string, string][]
}

function Pick({ label, value, onPick, options }: PickProps) {
  return (
    <label className="m-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.target.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
