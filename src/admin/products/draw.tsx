import type { UIFieldServerProps } from 'payload'
import { getDraw, type DrawForStaff, type DrawSizeForStaff } from '#queries/admin-draw'
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
              <th key={name} scope="col">
                <span className="m-figure">{words}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sizes.map((size) => (
            <tr key={size.variantId}>
              <th scope="row">{size.size}</th>
              {columns.map(([name]) => (
                <td key={name}>
                  <span className="m-figure">{size[name]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            {columns.map(([name]) => (
              <td key={name}>
                <span className="m-figure">{sumOf(name)}</span>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** Under the launch: who has entered by size, and what has become of them. Who they are is in the list of draw entries. */
export async function ProductDraw({ id, req }: UIFieldServerProps) {
  if (!id || !mayStaff(req.user, 'catalog.write')) return null
  const draw = await getDraw(req.payload, String(id))
  if (!draw) return null
  return (
    <section className="m-grid-field">
      <h3>Draw</h3>
      <p className="m-hint">
        {draw.drawnAt
          ? `Made from ${draw.entries ?? 0} ${draw.entries === 1 ? 'entry' : 'entries'} at ${new Date(draw.drawnAt).toUTCString()}. Its way and its moment stay as they are.`
          : 'At the launch everybody who has entered by then gets a place, and pairs are held by place.'}
      </p>
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
