import type { SizeLabels } from '#domain/views'
import type { Shop } from './shop'

/** Millimetres of paper: A4 without what printers leave white. */
const sheet = { width: 170, height: 245 }
/** Two sheets overlap where the second begins, so that long feet fit as well. */
const sheets = [
  { from: 0, to: 230 },
  { from: 150, to: 330 },
] as const
const foot = 8

interface RulerProps {
  shop: Shop
  from: number
  to: number
  sizes: readonly SizeLabels[]
}

/** One sheet at true scale: the drawing's units are millimetres, and so is its size on paper. */
function Sheet({ shop, from, to, sizes }: RulerProps) {
  const y = (mm: number) => sheet.height - foot - (mm - from)
  const marks = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const named = sizes.filter(({ footMm = 0 }) => footMm >= Math.max(from, 150) && footMm <= to)
  return (
    <svg
      className="ruler"
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      style={{ width: `${sheet.width}mm`, height: `${sheet.height}mm` }}
      role="img"
      aria-label={shop.t('ruler.sheet', { from, to })}
    >
      <rect x="0.15" y="0.15" width={sheet.width - 0.3} height={sheet.height - 0.3} className="ruler-edge" />
      <line x1="0" x2={sheet.width} y1={y(from)} y2={y(from)} className="ruler-heel" />
      <text x="62" y={y(from) + 5.5} className="ruler-word">
        {from === 0 ? shop.t('ruler.heel') : shop.t('ruler.lap', { mm: from })}
      </text>
      {marks.map((mm) => (
        <line
          key={mm}
          x1={sheet.width}
          x2={sheet.width - (mm % 10 === 0 ? 14 : mm % 5 === 0 ? 9 : 5)}
          y1={y(mm)}
          y2={y(mm)}
        />
      ))}
      {marks
        .filter((mm) => mm % 10 === 0 && mm > from)
        .map((mm) => (
          <text key={mm} x={sheet.width - 16} y={y(mm) + 1.4} className="ruler-figure">
            {mm}
          </text>
        ))}
      {named.map(({ eu, footMm = 0 }, index) => (
        <g key={eu}>
          <line x1={index % 2 ? 104 : 118} x2="136" y1={y(footMm)} y2={y(footMm)} className="ruler-size" />
          <text x={index % 2 ? 102 : 116} y={y(footMm) + 1.2} className="ruler-figure">
            {eu}
          </text>
        </g>
      ))}
      <g transform="translate(14 30)">
        <line x1="0" x2="50" y1="0" y2="0" className="ruler-heel" />
        <line x1="0" x2="0" y1="-3" y2="3" className="ruler-heel" />
        <line x1="50" x2="50" y1="-3" y2="3" className="ruler-heel" />
        <text x="0" y="8" className="ruler-word">
          {shop.t('ruler.check')}
        </text>
      </g>
    </svg>
  )
}

export function FootRuler({ shop, sizes }: { shop: Shop; sizes: readonly SizeLabels[] }) {
  return (
    <div className="ruler-sheets" tabIndex={0} role="region" aria-label={shop.t('ruler.title')}>
      {sheets.map(({ from, to }) => (
        <Sheet key={from} shop={shop} from={from} to={to} sizes={sizes} />
      ))}
    </div>
  )
}
