import Link from 'next/link'
import type { Where } from 'payload'
import { isShown, listAddress } from './list-address'

interface Props {
  collection: string
  filters: { label: string; where: Where }[]
  searchParams: Record<string, string | string[] | undefined> | undefined
}

/** Ready selections of a list, as links: they can be kept as bookmarks and opened in a tab. */
export function QuickFilters({ collection, filters, searchParams }: Props) {
  return (
    <nav className="m-filters" aria-label="Quick filters">
      {filters.map(({ label, where }) => (
        <Link
          key={label}
          href={listAddress(collection, where)}
          aria-current={isShown(where, searchParams) ? 'true' : undefined}
          prefetch={false}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
