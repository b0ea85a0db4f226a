import type { BeforeListTableServerProps, Where } from 'payload'
import { QuickFilters } from '../quick-filters'

const withStatus = (label: string, status: string): { label: string; where: Where } => ({
  label,
  where: { and: [{ status: { equals: status } }] },
})

const filters = [
  { label: 'All', where: {} },
  withStatus('Waiting', 'queued'),
  withStatus('Given up', 'dead'),
  withStatus('Sent', 'sent'),
  withStatus('Address stopped', 'suppressed'),
]

export const MailFilters = ({ searchParams }: BeforeListTableServerProps) => (
  <QuickFilters collection="emails" filters={filters} searchParams={searchParams} />
)
