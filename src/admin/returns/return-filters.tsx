import type { BeforeListTableServerProps, Where } from 'payload'
import { QuickFilters } from '../quick-filters'

const withStatus = (label: string, ...statuses: string[]): { label: string; where: Where } => ({
  label,
  where: { and: [{ status: { in: statuses } }] },
})

const filters = [
  { label: 'All', where: {} },
  withStatus('To look at', 'requested'),
  withStatus('On their way', 'approved'),
  withStatus('To inspect', 'received'),
  withStatus('To end', 'inspected'),
  withStatus('Over', 'completed', 'rejected', 'cancelled'),
]

export const ReturnFilters = ({ searchParams }: BeforeListTableServerProps) => (
  <QuickFilters collection="returns" filters={filters} searchParams={searchParams} />
)
