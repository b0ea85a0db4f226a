import type { DefaultServerCellComponentProps } from 'payload'
import Link from 'next/link'
import { ageOf } from '../age'
import { Thumb } from '../picture'
import { movementWord } from '../words'
import { documentLink } from './document-link'
import { pairNameReader } from './pair-name'
import { AdjustButton } from './adjust-button.client'
import { signed } from './signed'

const variantOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value ?? '')

/** The pair of a level, a movement or a reservation: picture, name, size and SKU. */
export async function PairCell({ rowData, payload, collectionSlug }: DefaultServerCellComponentProps) {
  if (!rowData) return null
  const pair = await pairNameReader(payload)(variantOf(rowData.variant))
  if (!pair) return <span className="m-muted">Removed size</span>
  return (
    <Link
      className="m-pair"
      href={`/admin/collections/${collectionSlug}/${String(rowData.id)}`}
      prefetch={false}
    >
      <Thumb id={pair.image} />
      <span className="m-two">
        <span>
          {pair.title}, <strong>{pair.size}</strong>
        </span>
        <span className="m-second">{pair.sku}</span>
      </span>
    </Link>
  )
}

export const FigureCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span className="m-figure">{typeof cellData === 'number' ? cellData : ''}</span>
)

/** What a shopper can still buy. */
export function FreeCell({ rowData }: DefaultServerCellComponentProps) {
  if (!rowData) return null
  const free = Number(rowData.onHand) - Number(rowData.reserved)
  return <span className={`m-figure ${free === 0 ? 'm-muted' : free <= 3 ? 'm-accent' : ''}`}>{free}</span>
}

export async function AdjustCell({ rowData, payload }: DefaultServerCellComponentProps) {
  if (!rowData) return null
  const variantId = variantOf(rowData.variant)
  const pair = await pairNameReader(payload)(variantId)
  const location = variantOf(rowData.location)
  return (
    <AdjustButton
      variantId={variantId}
      location={location}
      name={pair ? `${pair.title}, ${pair.size}` : 'this size'}
      onHand={Number(rowData.onHand)}
      reserved={Number(rowData.reserved)}
      held={pair?.holdsAt === location ? pair.held : 0}
    />
  )
}

export const SignedCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span className={`m-figure ${Number(cellData) < 0 ? '' : 'm-ok'}`}>{signed(Number(cellData))}</span>
)

export const KindCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <>{movementWord(String(cellData))}</>
)

export function WhenCell({ cellData }: DefaultServerCellComponentProps) {
  const then = new Date(String(cellData))
  return (
    <time dateTime={then.toISOString()} title={then.toUTCString()}>
      {ageOf(then, new Date())}
    </time>
  )
}

export function DocumentCell({ cellData }: DefaultServerCellComponentProps) {
  const link = documentLink(typeof cellData === 'string' ? cellData : undefined)
  if (!link) return null
  return link.href ? (
    <Link href={link.href} prefetch={false}>
      {link.text}
    </Link>
  ) : (
    <>{link.text}</>
  )
}
