import type { UIFieldServerProps } from 'payload'
import { getDraw, type DrawForStaff, type DrawSizeForStaff } from '#queries/admin-draw'
import { getShopForStaff } from '#queries/admin-shop'
import { shopTime } from '../age'
import { mayStaff } from '../staff'

type Column = readonly [name: keyof Omit<DrawSizeForStaff, 'variantId' | 'size'>, words: string]

const before: readonly Column[] = [
  ['free', 'Pairs'],
  ['confirmed', 'Entered'],
  ['asked', 'Not confirmed yet'],
]
const after: readonly Column[] = [
  ['drawn', 'Drawn'],
  ['held', 'Pairs held'],
  ['waiting', 'Still waiting'],
  ['free', 'For everybody'],
]

function DrawTable({ draw: { drawnAt, sizes } }: { draw: DrawForStaff }) {
  const columns = drawnAt ? after : before
  const sumOf = (name: Column[0]) => sizes.reduce((sum, size) => sum + size[name], 0)
  return (
    <div className="m-scroll" role="region" aria-label="Draw by size" tabIndex={0}>
      <table className="m-table">
        <thead>
          <tr>
            <th scope="col">Size</th>
            {columns.map(([name, words]) => (
              <th key={name} scope="col" className="m-right">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sizes.map((size) => (
            <tr key={size.variantId}>
              <th scope="row">{size.size}</th>
              {columns.map(([name]) => (
                <td key={name} className="m-right">
                  {size[name]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            {columns.map(([name]) => (
              <td key={name} className="m-right">
                {sumOf(name)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function saidOf({ drawnAt, entries }: DrawForStaff, timezone: string): string {
  if (!drawnAt)
    return 'At the launch everybody who has entered by then gets a place, and pairs are held by place.'
  const many = entries === 1 ? '1 entry' : `${entries ?? 0} entries`
  return `Made from ${many} at ${shopTime(new Date(drawnAt), timezone)}. Its way and its moment stay as they are.`
}

/** Under the launch: who has entered by size, and what has become of them. Who they are is in the list of draw entries. */
export async function ProductDraw({ id, req }: UIFieldServerProps) {
  if (!id || !mayStaff(req.user, 'catalog.write')) return null
  const draw = await getDraw(req.payload, String(id))
  if (!draw) return null
  const { timezone } = await getShopForStaff(req)
  return (
    <section className="m-grid-field">
      <h3>Draw</h3>
      <p className="m-hint">{saidOf(draw, timezone)}</p>
      <DrawTable draw={draw} />
      <p className="m-hint">
        Fingerprint of the seed: <code>{draw.fingerprint}</code>
        {draw.seed && (
          <>
            <br />
            Seed: <code>{draw.seed}</code>
          </>
        )}
      </p>
    </section>
  )
}
