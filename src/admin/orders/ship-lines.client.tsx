'use client'

import type { DeskLine } from '#queries/admin-order'
import { Thumb } from '../picture'
import { openLines, within, type ShipChoice } from './ship-plan'

interface Props {
  lines: DeskLine[]
  choice: ShipChoice
  onChange: (choice: ShipChoice) => void
}

/** The pairs that have not left, with how many of each go into this parcel. */
export function ShipLines({ lines, choice, onChange }: Props) {
  return (
    <ul className="m-ship-lines">
      {openLines(lines).map((line) => (
        <li key={line.id}>
          <Thumb id={line.image} />
          <span>
            {line.title}
            <span className="m-second">{line.detail}</span>
          </span>
          <label>
            <input
              type="number"
              min={0}
              max={line.quantity - line.shipped}
              value={choice[line.id] ?? 0}
              aria-label={`Pairs of ${line.title}, ${line.detail}`}
              onChange={(event) =>
                onChange({ ...choice, [line.id]: within(line, event.target.valueAsNumber) })
              }
            />
            <span className="m-muted">of {line.quantity - line.shipped}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}
