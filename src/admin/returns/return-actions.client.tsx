'use client'

import { useState } from 'react'
import type { DeskReturn } from '#queries/admin-returns'
import { amountFrom, money } from '../amount'
import { FormDialog } from '../dialog.client'
import { WhereTo } from '../credits/where-to.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'

type Step = 'approve' | 'reject' | 'receive' | 'inspect' | 'complete'

const nextSteps: Readonly<Record<string, readonly Step[]>> = {
  requested: ['approve', 'reject'],
  approved: ['receive', 'reject'],
  received: ['inspect'],
  inspected: ['complete', 'reject'],
}

const labels: Readonly<Record<Step, string>> = {
  approve: 'Approve',
  reject: 'Refuse',
  receive: 'The parcel is here',
  inspect: 'Inspect',
  complete: 'End the return',
}

const hints: Readonly<Record<string, string>> = {
  requested:
    'Look at the reason, then approve: the buyer gets the address. A size wanted instead is held already.',
  approved: 'Wait for the parcel.',
  received: 'Look at every pair: back on the shelf, or written off.',
  inspected: 'Send the money, or let the other size leave.',
  completed: 'Nothing: it is done.',
  rejected: 'Nothing: it was refused.',
  cancelled: 'Nothing: it was called off.',
}

interface Props {
  found: DeskReturn
  mayManage: boolean
}

/** The steps that the state of a return allows. */
export function ReturnActions({ found, mayManage }: Props) {
  const [shown, setShown] = useState<Step>()
  const steps = mayManage ? (nextSteps[found.status] ?? []) : []
  const close = () => setShown(undefined)
  return (
    <>
      <div className={steps.length === 0 ? 'm-next m-done' : 'm-next'}>
        <p>
          <strong>Next.</strong> {hints[found.status]}
        </p>
      </div>
      <div className="m-actions">
        <div className="m-buttons">
          {steps.map((step, index) => (
            <button
              key={step}
              type="button"
              className={index === 0 ? 'm-button m-primary' : 'm-button'}
              onClick={() => setShown(step)}
            >
              {labels[step]}
            </button>
          ))}
        </div>
        {steps.length === 0 && !mayManage ? (
          <p className="m-hint">Your role may look at returns, not change them.</p>
        ) : null}
        <Plain found={found} step="approve" open={shown === 'approve'} onClose={close}>
          The buyer gets a mail with the number to write on the box.
        </Plain>
        <Plain found={found} step="receive" open={shown === 'receive'} onClose={close}>
          The buyer gets a mail that the parcel is here.
        </Plain>
        <Reject found={found} open={shown === 'reject'} onClose={close} />
        <Inspect found={found} open={shown === 'inspect'} onClose={close} />
        <Complete found={found} open={shown === 'complete'} onClose={close} />
      </div>
    </>
  )
}

interface DialogProps {
  found: DeskReturn
  open: boolean
  onClose: () => void
}

const title = (step: Step, { number }: DeskReturn) => `${labels[step]}: ${number}`

function Plain({ found, step, open, onClose, children }: DialogProps & { step: Step; children: string }) {
  const verb = useVerb(`/returns/${found.id}/${step}`, `${found.number} written down`)
  return (
    <FormDialog
      title={title(step, found)}
      action={labels[step]}
      open={open}
      busy={verb.busy}
      refusal={verb.refusal}
      onClose={onClose}
      onSubmit={() => void verb.run({}).then((done) => done && onClose())}
    >
      <p className="m-muted">{children}</p>
    </FormDialog>
  )
}

function Reject({ found, open, onClose }: DialogProps) {
  const verb = useVerb(`/returns/${found.id}/reject`, `${found.number} refused`)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const submit = async () => {
    if (!reason.trim()) return setWrong('Say why: the buyer reads it.')
    setWrong(undefined)
    if (await verb.run({ reason: reason.trim() })) onClose()
  }
  return (
    <FormDialog
      title={title('reject', found)}
      action="Refuse"
      open={open}
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">The buyer gets a mail with this reason. A size held for them comes free.</p>
      <Field
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={300}
      />
    </FormDialog>
  )
}

function Inspect({ found, open, onClose }: DialogProps) {
  const verb = useVerb(`/returns/${found.id}/inspect`, 'Written down')
  const [sound, setSound] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(found.lines.map((line) => [line.lineId, line.quantity])),
  )
  const submit = async () => {
    const lines = found.lines.map(({ lineId, quantity }) => {
      const restock = sound[lineId] ?? quantity
      return { lineId, restock, writeOff: quantity - restock }
    })
    if (await verb.run({ lines })) onClose()
  }
  return (
    <FormDialog
      title={title('inspect', found)}
      action="Write it down"
      open={open}
      busy={verb.busy}
      refusal={verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">How many pairs go back on the shelf? The others are written off.</p>
      <ul className="m-ship-lines">
        {found.lines.map((line) => (
          <li key={line.lineId}>
            <span />
            <span>
              {line.title}
              <span className="m-second">{line.detail}</span>
            </span>
            <label>
              <input
                type="number"
                min={0}
                max={line.quantity}
                value={sound[line.lineId] ?? line.quantity}
                aria-label={`Sound pairs of ${line.title}, ${line.detail}`}
                onChange={(event) =>
                  setSound({
                    ...sound,
                    [line.lineId]: Math.min(
                      Math.max(0, Math.trunc(event.target.valueAsNumber) || 0),
                      line.quantity,
                    ),
                  })
                }
              />
              <span className="m-muted">of {line.quantity}</span>
            </label>
          </li>
        ))}
      </ul>
    </FormDialog>
  )
}

function Complete({ found, open, onClose }: DialogProps) {
  const verb = useVerb(`/returns/${found.id}/complete`, `${found.number} ended`)
  const [text, setText] = useState('')
  const [shipping, setShipping] = useState(found.withdrawal?.isWhole ?? false)
  const [toCredit, setToCredit] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const isExchange = found.resolution === 'exchange'
  const worth = found.lines.reduce((sum, line) => sum + line.worth, 0)
  const deduct = text.trim() ? amountFrom(text) : 0
  const as = (amount: number) => money(amount, found.order.currency)
  const back = worth + (shipping ? found.order.shipping : 0) - (deduct ?? 0)
  const submit = async () => {
    if (deduct === undefined) return setWrong('Write the amount like 12.00.')
    setWrong(undefined)
    if (await verb.run(isExchange ? {} : { deduct, shipping, ...(toCredit && { toCredit }) })) onClose()
  }
  return (
    <FormDialog
      title={title('complete', found)}
      action={isExchange ? 'Let the other size leave' : `Give back up to ${as(Math.max(0, back))}`}
      open={open}
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {isExchange ? (
        <p className="m-muted">
          Order {found.exchange?.number} may be shipped then. What the new size costs less goes back.
        </p>
      ) : (
        <>
          <p className="m-muted">
            {as(worth)} was paid for these pairs. What went back for them already is not sent again.
          </p>
          {found.order.shipping > 0 ? (
            <label className="m-check">
              <input
                type="checkbox"
                checked={shipping}
                onChange={(event) => setShipping(event.target.checked)}
              />{' '}
              Delivery too, {as(found.order.shipping)}
            </label>
          ) : null}
          <Field
            label={`Keep for wear, in ${found.order.currency}`}
            optional
            value={text}
            onChange={(event) => setText(event.target.value)}
            inputMode="decimal"
            autoComplete="off"
            className="m-figure-input"
          />
          <WhereTo toCredit={toCredit} onChange={setToCredit} isWithdrawal={Boolean(found.withdrawal)} />
        </>
      )}
    </FormDialog>
  )
}
