import type { BeforeListTableServerProps } from 'payload'
import Link from 'next/link'
import { getTopSearches, type SearchedTerm } from '#queries/admin-searches'
import { mayStaff } from '../staff'

function Terms({ title, none, terms }: { title: string; none: string; terms: readonly SearchedTerm[] }) {
  return (
    <section className="m-panel">
      <h2>{title}</h2>
      {terms.length === 0 ? (
        <p className="m-muted">{none}</p>
      ) : (
        <div className="m-scroll">
          <table className="m-table">
            <thead>
              <tr>
                <th>Term</th>
                <th>Language</th>
                <th>Searches</th>
                <th>Products</th>
              </tr>
            </thead>
            <tbody>
              {terms.map(({ term, locale, searches, found }) => (
                <tr key={`${locale} ${term}`}>
                  <td>{term}</td>
                  <td>{locale}</td>
                  <td>{searches}</td>
                  <td>{found}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** What shoppers look for: over the last 30 days, above the days one by one. */
export async function TopSearches({ user }: BeforeListTableServerProps) {
  if (!mayStaff(user, 'reports.read')) return null
  const { top, empty } = await getTopSearches()
  return (
    <div className="m-order">
      <Terms title="Searched most, last 30 days" none="Nobody has searched yet." terms={top} />
      <Terms title="Without a result, last 30 days" none="Every search found something." terms={empty} />
      {empty.length > 0 && mayStaff(user, 'catalog.write') ? (
        <p className="m-muted">
          A word that shoppers use and the catalogue does not:{' '}
          <Link href="/admin/collections/synonyms/create">add a synonym</Link>.
        </p>
      ) : null}
      <h2>Day by day</h2>
    </div>
  )
}
