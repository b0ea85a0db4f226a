'use client'

import { useId, useState } from 'react'
import { reviewLimits } from '#domain/review'
import type { DeskReview } from '#queries/admin-reviews'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'

type Step = 'approve' | 'reject' | 'answer'

const hints: Readonly<Record<string, string>> = {
  pending: 'Read it, look at the pictures, then show it or say why not. Stars alone are no reason.',
  approved: 'Nothing: it is shown. You may answer, or take it down with a reason.',
  rejected: 'Nothing: it is not shown. You may still change your mind.',
}

/** What the state of a review allows. */
export function ReviewActions({ found }: { found: DeskReview }) {
  const [shown, setShown] = useState<Step>()
  const close = () => setShown(undefined)
  const steps: [Step, string][] = [
    ...(found.status === 'approved' ? [] : [['approve', 'Show it'] as [Step, string]]),
    ...(found.status === 'rejected' ? [] : [['reject', 'Do not show it'] as [Step, string]]),
    ['answer', found.answer ? 'Change the answer' : 'Answer'],
  ]
  return (
    <>
      <div className={found.status === 'pending' ? 'm-next' : 'm-next m-done'}>
        <p>
          <strong>Next.</strong> {hints[found.status]}
        </p>
      </div>
      <div className="m-actions">
        <div className="m-buttons">
          {steps.map(([step, label], index) => (
            <button
              key={step}
              type="button"
              className={index === 0 && found.status === 'pending' ? 'm-button m-primary' : 'm-button'}
              onClick={() => setShown(step)}
            >
              {label}
            </button>
          ))}
        </div>
        <Approve found={found} open={shown === 'approve'} onClose={close} />
        <Reject found={found} open={shown === 'reject'} onClose={close} />
        <Answer found={found} open={shown === 'answer'} onClose={close} />
      </div>
    </>
  )
}

interface DialogProps {
  found: DeskReview
  open: boolean
  onClose: () => void
}

function Approve({ found, open, onClose }: DialogProps) {
  const verb = useVerb(`/reviews/${found.id}/approve`, 'It is shown')
  return (
    <FormDialog
      title={`Show the review of ${found.name}`}
      action="Show it"
      open={open}
      busy={verb.busy}
      refusal={verb.refusal}
      onClose={onClose}
      onSubmit={() => void verb.run({}).then((done) => done && onClose())}
    >
      <p className="m-muted">It is seen on the page of the shoe at once, its pictures too, and counts.</p>
    </FormDialog>
  )
}

function Reject({ found, open, onClose }: DialogProps) {
  const verb = useVerb(`/reviews/${found.id}/reject`, 'It is not shown')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const submit = async () => {
    if (!reason.trim()) return setWrong('Say why: the buyer reads it.')
    setWrong(undefined)
    if (await verb.run({ reason: reason.trim() })) onClose()
  }
  return (
    <FormDialog
      title={`Do not show the review of ${found.name}`}
      action="Do not show it"
      open={open}
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">
        The buyer gets a mail with this reason, in your words. A bad opinion is no reason; insults, names of
        people and what is not about the shoe are.
      </p>
      <Field
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={reviewLimits.reason}
      />
    </FormDialog>
  )
}

function Answer({ found, open, onClose }: DialogProps) {
  const verb = useVerb(`/reviews/${found.id}/answer`, 'The answer is kept')
  const [answer, setAnswer] = useState(found.answer ?? '')
  const id = useId()
  const submit = async () => {
    if (await verb.run({ answer: answer.trim() })) onClose()
  }
  return (
    <FormDialog
      title={`Answer ${found.name}`}
      action="Keep the answer"
      open={open}
      busy={verb.busy}
      refusal={verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">It stands beneath the review for everybody. Empty takes it back.</p>
      <div className="m-field">
        <label htmlFor={id}>Answer</label>
        <textarea
          id={id}
          rows={5}
          maxLength={reviewLimits.answer}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </div>
    </FormDialog>
  )
}
