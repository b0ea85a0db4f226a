import type { BeforeListTableServerProps, Where } from 'payload'
import { QuickFilters } from '../quick-filters'
import { mayStaff } from '../staff'
import { IssueCard } from './issue-card.client'

const filters: { label: string; where: Where }[] = [
  { label: 'All', where: {} },
  { label: 'Gift cards', where: { and: [{ kind: { equals: 'gift-card' } }] } },
  { label: 'Store credit', where: { and: [{ kind: { equals: 'store-credit' } }] } },
  {
    label: 'With money',
    where: { and: [{ balance: { greater_than: 0 } }, { status: { equals: 'active' } }] },
  },
  { label: 'Void or expired', where: { and: [{ status: { in: 'void,expired' } }] } },
]

/** Ready selections, and the way to a new card for whoever may make one. */
export const CreditFilters = ({ searchParams, user }: BeforeListTableServerProps) => (
  <div className="m-between">
    <QuickFilters collection="credits" filters={filters} searchParams={searchParams} />
    {mayStaff(user, 'credits.manage') ? <IssueCard /> : null}
  </div>
)
