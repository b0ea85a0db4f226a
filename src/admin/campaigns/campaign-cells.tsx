import type { DefaultServerCellComponentProps } from 'payload'
import { campaignState } from '#domain/campaigns'
import { State } from '../state'
import { campaignWord, reductionWords, type ReductionFields } from './campaign-words'

interface Row extends ReductionFields {
  id: string
  name: string
  active?: boolean | null
  startsAt: string
  endsAt?: string | null
}

export function StateCell({ rowData }: DefaultServerCellComponentProps) {
  if (!rowData) return null
  const { id, name, active, startsAt, endsAt } = rowData as Row
  const state = campaignState(
    {
      id,
      name,
      active: active === true,
      from: new Date(startsAt),
      ...(endsAt && { to: new Date(endsAt) }),
      priority: 0,
    },
    new Date(),
  )
  return <State state={campaignWord(state)} />
}

export function ReductionCell({ rowData }: DefaultServerCellComponentProps) {
  return rowData ? <>{reductionWords(rowData as ReductionFields)}</> : null
}
