'use client'

interface Props {
  toCredit: boolean
  onChange: (toCredit: boolean) => void
  /** Nobody is registered: a gift card is made and mailed. */
  isGuest?: boolean
  isWithdrawal?: boolean
}

/** Where money goes back to. */
export function WhereTo({ toCredit, onChange, isGuest, isWithdrawal = false }: Props) {
  return (
    <fieldset className="m-choice">
      <legend>Where to</legend>
      <label>
        <input type="radio" name="to" checked={!toCredit} onChange={() => onChange(false)} />
        Where it came from
      </label>
      <label>
        <input type="radio" name="to" checked={toCredit} onChange={() => onChange(true)} />
        {isGuest ? 'A gift card, mailed to the buyer' : 'Store credit'}
      </label>
      {toCredit ? (
        <p className="m-hint">
          {isWithdrawal
            ? 'Only if the buyer has agreed: who withdraws has a right to the way they paid (Directive 2011/83/EU, Article 13).'
            : isGuest === undefined
              ? 'For a registered customer; a guest is mailed a gift card.'
              : 'It is there at once.'}
        </p>
      ) : null}
    </fieldset>
  )
}
