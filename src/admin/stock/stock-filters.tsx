import type { BeforeListTableServerProps, Where } from 'payload'
import { QuickFilters } from '../quick-filters'

const filters: { label: string; where: Where }[] = [
  { label: 'All', where: {} },
  {
    label: '3 or fewer',
    where: { and: [{ onHand: { greater_than: 0 } }, { onHand: { less_than_equal: 3 } }] },
  },
  { label: 'Held', where: { and: [{ reserved: { greater_than: 0 } }] } },
  { label: 'None left', where: { and: [{ onHand: { equals: 0 } }] } },
]

export const StockFilters = ({ searchParams }: BeforeListTableServerProps) => (
  <QuickFilters collection="stock-levels" filters={filters} searchParams={searchParams} />
)

const kinds: { label: string; where: Where }[] = [
  { label: 'All', where: {} },
  ...[
    ['Sold', 'sale'],
    ['Deliveries', 'delivery'],
    ['Corrections', 'correction'],
    ['Returns', 'return'],
  ].map(([label, kind]) => ({ label: String(label), where: { and: [{ kind: { equals: kind } }] } })),
]

export const MovementFilters = ({ searchParams }: BeforeListTableServerProps) => (
  <QuickFilters collection="stock-movements" filters={kinds} searchParams={searchParams} />
)
