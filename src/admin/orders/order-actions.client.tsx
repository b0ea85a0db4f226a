'use client'

import { useState } from 'react'
import type { DeskOrder } from '#queries/admin-order'
import type { DeskChoice } from '#queries/admin-returns'
import { money } from '../amount'
import { CancelDialog } from './cancel-dialog.client'
import { CaptureDialog } from './capture-dialog.client'
import {
  cancelGate,
  captureGate,
  deliverGate,
  editGate,
  mayLeave,
  openAmount,
  openPairs,
  refundGate,
  returnGate,
  shipGate,
  type Gate,
} from './desk-rules'
import { DeliverDialog } from './deliver-dialog.client'
import { EditDialog } from './edit-dialog.client'
import { RefundDialog } from './refund-dialog.client'
import { ReturnDialog } from './return-dialog.client'
import { ShipDialog } from './ship-dialog.client'

type Action = 'capture' | 'ship' | 'deliver' | 'edit' | 'return' | 'refund' | 'cancel'

interface Props {
  order: DeskOrder
  choices: DeskChoice[]
  isInvoiced: boolean
  mayTakeMoney: boolean
  mayManage: boolean
}

/** A verb of the order desk. Whoever may not use it at all is not offered it. */
interface OfferedAction {
  name: Action
  label: string
  gate: Gate
  mayUse: boolean
}

/** The verbs of the order desk that the role grants. What the state forbids is dimmed and says why. */
export function OrderActions({ order, choices, isInvoiced, mayTakeMoney, mayManage }: Props) {
  const [shown, setShown] = useState<Action>()
  const close = () => setShown(undefined)
  const left = choices.reduce((sum, choice) => sum + choice.left, 0)
  const all: OfferedAction[] = [
    { name: 'capture', label: 'Take payment', gate: captureGate(order), mayUse: mayTakeMoney },
    { name: 'ship', label: 'Ship', gate: shipGate(order), mayUse: mayManage },
    { name: 'deliver', label: 'Delivered', gate: deliverGate(order), mayUse: mayManage },
    { name: 'edit', label: 'Change', gate: editGate(order, isInvoiced), mayUse: mayManage },
    { name: 'return', label: 'Take back', gate: returnGate(left), mayUse: mayManage },
    { name: 'refund', label: 'Give money back', gate: refundGate(order), mayUse: mayTakeMoney },
    { name: 'cancel', label: 'Cancel order', gate: cancelGate(order), mayUse: mayManage },
  ]
  const actions = all.filter(({ mayUse }) => mayUse)
  if (actions.length === 0) return <p className="m-hint">Your role may look at orders, not change them.</p>
  const first: Action = captureGate(order).open && !mayLeave(order) ? 'capture' : 'ship'
  const kept = order.captured - order.refunded - order.owed
  // A new key whenever the order has moved on: the dialogs then start from its new state.
  const stage = `${order.captured} ${order.refunded + order.owed} ${openPairs(order)} ${order.total} ${left} ${order.fulfilmentStatus}`
  const shared = { id: order.id, onClose: close }
  return (
    <div className="m-actions">
      <div className="m-buttons">
        {actions.map(({ name, label, gate }) => (
          <ActionButton key={name} gate={gate} primary={first === name} onClick={() => setShown(name)}>
            {label}
          </ActionButton>
        ))}
      </div>
      <Reasons actions={actions} />
      <CaptureDialog
        key={`c ${stage}`}
        {...shared}
        open={shown === 'capture'}
        due={openAmount(order)}
        currency={order.currency}
      />
      <ShipDialog
        key={`s ${stage}`}
        {...shared}
        open={shown === 'ship'}
        lines={order.lines}
        unpaid={!mayLeave(order)}
        carrier={order.shipments.at(-1)?.carrier}
      />
      <DeliverDialog {...shared} open={shown === 'deliver'} />
      <EditDialog
        key={`e ${stage}`}
        order={order}
        choices={choices}
        open={shown === 'edit'}
        onClose={close}
      />
      <ReturnDialog
        key={`b ${stage}`}
        order={order}
        choices={choices}
        open={shown === 'return'}
        onClose={close}
      />
      <RefundDialog key={`r ${stage}`} order={order} open={shown === 'refund'} onClose={close} />
      <CancelDialog
        {...shared}
        number={order.number}
        open={shown === 'cancel'}
        kept={kept > 0 ? money(kept, order.currency) : undefined}
      />
    </div>
  )
}

/** Why something is dimmed, said once when it is the same for all. */
function Reasons({ actions }: { actions: readonly OfferedAction[] }) {
  const said = actions
    .filter(({ gate }) => gate.reason)
    .map(({ label, gate }): [string, Gate] => [label, gate])
  const [one] = new Set(said.map(([, gate]) => gate.reason))
  const same = said.length === actions.length && said.every(([, gate]) => gate.reason === one)
  const text = same ? one : said.map(([name, gate]) => `${name}: ${gate.reason}`).join(' ')
  return text ? <p className="m-hint">{text}</p> : null
}

interface ButtonProps {
  gate: Gate
  primary?: boolean
  onClick: () => void
  children: string
}

function ActionButton({ gate, primary, onClick, children }: ButtonProps) {
  const look = primary && gate.open ? 'm-button m-primary' : 'm-button'
  return (
    <button
      type="button"
      className={look}
      aria-disabled={!gate.open}
      title={gate.reason}
      onClick={() => {
        if (gate.open) onClick()
      }}
    >
      {children}
    </button>
  )
}
