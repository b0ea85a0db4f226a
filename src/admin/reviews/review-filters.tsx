import type { BeforeListTableServerProps, Where } from 'payload'
import { QuickFilters } from '../quick-filters'

const withStatus = (label: string, status: string): { label: string; where: Where } => ({
  label,
  where: { and: [{ status: { in: [status] } }] },
})

const filters = [
  { label: 'All', where: {} },
  withStatus('To look at', 'pending'),
  withStatus('Shown', 'approved'),
  withStatus('Not shown', 'rejected'),
]

export const ReviewFilters = ({ searchParams }: BeforeListTableServerProps) => (
  <QuickFilters collection="reviews" filters={filters} searchParams={searchParams} />
)
