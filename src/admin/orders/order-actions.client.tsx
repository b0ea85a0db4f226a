'use client'

import { useState } from 'react'
import type { DeskOrder } from '#queries/admin-order'
import { money } from '../amount'
import { CancelDialog } from './cancel-dialog.client'
import { CaptureDialog } from './capture-dialog.client'
import {
  cancelGate,
  captureGate,
  mayLeave,
  openAmount,
  openPairs,
  refundGate,
  shipGate,
  type Gate,
} from './desk-rules'
import { RefundDialog } from './refund-dialog.client'
import { ShipDialog } from './ship-dialog.client'

type Action = 'capture' | 'ship' | 'refund' | 'cancel'

interface Props {
  order: DeskOrder
  mayTakeMoney: boolean
  mayManage: boolean
}

const notYours: Gate = { open: false, reason: 'Your role may look at orders, not change them.' }

/** The verbs of the order desk. What the state or the role forbids is dimmed and says why. */
export function OrderActions({ order, mayTakeMoney, mayManage }: Props) {
  const [shown, setShown] = useState<Action>()
  const close = () => setShown(undefined)
  const gates: Record<Action, Gate> = {
    capture: mayTakeMoney ? captureGate(order) : notYours,
    ship: mayManage ? shipGate(order) : notYours,
    refund: mayTakeMoney ? refundGate(order) : notYours,
    cancel: mayManage ? cancelGate(order) : notYours,
  }
  const first: Action = gates.capture.open && !mayLeave(order) ? 'capture' : 'ship'
  const kept = order.captured - order.refunded - order.owed
  // A new key whenever the order has moved on: the dialogs then start from its new state.
  const stage = `${order.captured} ${order.refunded + order.owed} ${openPairs(order)} ${order.fulfilmentStatus}`
  const shared = { id: order.id, onClose: close }
  return (
    <div className="m-actions">
      <div className="m-buttons">
        <ActionButton gate={gates.capture} primary={first === 'capture'} onClick={() => setShown('capture')}>
          Take payment
        </ActionButton>
        <ActionButton gate={gates.ship} primary={first === 'ship'} onClick={() => setShown('ship')}>
          Ship
        </ActionButton>
        <ActionButton gate={gates.refund} onClick={() => setShown('refund')}>
          Give money back
        </ActionButton>
        <ActionButton gate={gates.cancel} onClick={() => setShown('cancel')}>
          Cancel order
        </ActionButton>
      </div>
      <Reasons
        gates={[
          ['Take payment', gates.capture],
          ['Ship', gates.ship],
          ['Give money back', gates.refund],
          ['Cancel', gates.cancel],
        ]}
      />
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
function Reasons({ gates }: { gates: [string, Gate][] }) {
  const said = gates.filter(([, gate]) => gate.reason)
  const [one] = new Set(said.map(([, gate]) => gate.reason))
  const same = said.length === gates.length && said.every(([, gate]) => gate.reason === one)
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
