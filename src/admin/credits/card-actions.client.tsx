'use client'

import { useState } from 'react'
import type { CreditForStaff } from '#queries/admin-credit'
import { money } from '../amount'
import { FormDialog } from '../dialog.client'
import { EmailField, Field } from '../field'
import { useVerb } from '../verb.client'
import { cardName } from './credit-words'

interface Props {
  card: Pick<CreditForStaff, 'id' | 'last4' | 'status' | 'balance' | 'currency' | 'recipient'>
}

/** What may be done with a gift card in its state. */
export function CardActions({ card }: Props) {
  const [shown, setShown] = useState<'void' | 'send'>()
  const close = () => setShown(undefined)
  const maySend = card.status === 'active' || (card.status === 'void' && card.balance > 0)
  return (
    <div className="m-buttons">
      {maySend ? (
        <button type="button" className="m-button" onClick={() => setShown('send')}>
          Send again
        </button>
      ) : null}
      {card.status === 'void' ? null : (
        <button type="button" className="m-button" onClick={() => setShown('void')}>
          Void
        </button>
      )}
      <Void card={card} open={shown === 'void'} onClose={close} />
      <Send card={card} open={shown === 'send'} onClose={close} />
    </div>
  )
}

interface DialogProps extends Props {
  open: boolean
  onClose: () => void
}

function Void({ card, open, onClose }: DialogProps) {
  const verb = useVerb(`/credits/${card.id}/void`, 'Gift card voided')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const submit = async () => {
    if (!reason.trim()) return setWrong('Say why, for the colleague who looks at this next month.')
    setWrong(undefined)
    if (await verb.run({ reason: reason.trim() })) onClose()
  }
  return (
    <FormDialog
      title={`Void: ${cardName(card.last4)}`}
      action={card.balance > 0 ? `Void ${money(card.balance, card.currency)}` : 'Void'}
      open={open}
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">
        Its code opens nothing any more, and what is on it is gone. Orders that it has paid stay paid.
      </p>
      <Field
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={300}
      />
    </FormDialog>
  )
}

function Send({ card, open, onClose }: DialogProps) {
  const verb = useVerb(`/credits/${card.id}/send`, 'A new code is on its way')
  const [recipient, setRecipient] = useState(card.recipient ?? '')
  const [wrong, setWrong] = useState<string>()
  const submit = async () => {
    if (!recipient.trim()) return setWrong('Say to which address.')
    setWrong(undefined)
    if (await verb.run({ recipient: recipient.trim() })) onClose()
  }
  return (
    <FormDialog
      title={`Send again: ${cardName(card.last4)}`}
      action="Send a new code"
      open={open}
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">
        The mail brings a new code; the one before opens nothing any more. Nobody here knows either.
        {card.status === 'void' ? ' The card is in use again, with what has come back to it.' : ''}
      </p>
      <EmailField
        label="Mail it to"
        value={recipient}
        onChange={(event) => setRecipient(event.target.value)}
      />
    </FormDialog>
  )
}
