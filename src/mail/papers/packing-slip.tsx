import { Text, View } from '@react-pdf/renderer'
import type { PackingSlipContent, PaperPair } from '#domain/papers'
import type { AddressView } from '#domain/views'
import { ownWords, printable } from './faces'
import { Barcode, Block, countryWords, dayWords, Facts, look, muted, Sheet } from './sheet'
import { paperWidth, paperWord, type PaperWord } from './words'

interface Props {
  number: string
  issuedAt: string
  content: PackingSlipContent
}

/** An address line by line, with its country in the paper's language. */
export const addressLines = (to: AddressView, locale: PackingSlipContent['locale']): string[] =>
  [
    `${to.firstName} ${to.lastName}`,
    to.line1,
    to.line2,
    `${to.postalCode} ${to.city}${to.region ? ` (${to.region})` : ''}`,
    countryWords(locale, to.country),
  ].filter((line): line is string => Boolean(line))

/** What is in a parcel, without prices: it may be a gift. */
export function PackingSlip({ number, issuedAt, content }: Props) {
  const { locale, market, shop, to, pickup, company, carrier, trackingNumber, pairs, others } = content
  const t = (word: PaperWord, values?: Readonly<Record<string, string | number>>) =>
    paperWord(locale, word, values)
  const count = (figure: number) => (figure === 1 ? t('oneItem') : t('items', { count: figure }))
  const place = pickup
    ? [pickup.name, pickup.line1, `${pickup.postalCode} ${pickup.city}`, `${to.firstName} ${to.lastName}`]
    : addressLines(to, locale)
  const facts: [string, string][] = [
    [t('order'), content.orderNumber],
    [t('ordered'), dayWords(market, content.placedOn)],
    [t('shipped'), dayWords(market, content.shippedOn)],
    ...(carrier ? [[t('carrier'), carrier] as [string, string]] : []),
    ...(trackingNumber ? [[t('tracking'), trackingNumber] as [string, string]] : []),
  ]
  const title = t('packingSlip')
  return (
    <Sheet
      locale={locale}
      title={title}
      subject={`${title} ${number}`}
      author={shop.name}
      at={issuedAt}
      shopName={shop.name}
      sender={shop.address.join(' · ')}
      footer={[shop.address.join(' · '), shop.email ?? ''].filter(Boolean)}
    >
      <View style={{ ...look.row, marginBottom: 26 }}>
        <Block
          label={t(pickup ? 'collectAt' : 'deliverTo')}
          lines={company && !pickup ? [company, ...place] : place}
        />
        <Facts rows={facts} />
      </View>
      <PairRows locale={locale} pairs={pairs} />
      <View style={{ marginTop: 14, color: muted }}>
        {others.before > 0 && <Text>{t('sentBefore', { count: count(others.before) })}</Text>}
        {others.later > 0 && <Text>{t('sentLater', { count: count(others.later) })}</Text>}
      </View>
      {content.giftNote && <GiftNote label={t('giftNote')} note={content.giftNote} />}
      <View style={{ ...look.row, marginTop: 30, alignItems: 'center' }} wrap={false}>
        <View style={{ flex: 1, paddingRight: 40 }}>
          <Text style={look.strong}>{t('thanks')}</Text>
          <Text style={{ color: muted, marginTop: 2 }}>
            {t(pairs.some(({ size }) => size) ? 'wear' : 'sendBack')}
          </Text>
        </View>
        <Barcode text={content.orderNumber} />
      </View>
    </Sheet>
  )
}

function GiftNote({ label, note }: { label: string; note: string }) {
  const lines = note.split('\n').map(ownWords)
  if (!lines.some((line) => line.trim())) return null
  return (
    <View style={{ marginTop: 26, padding: 16, borderWidth: 0.75, borderColor: muted }} wrap={false}>
      <Text style={look.label}>{label}</Text>
      {lines.map((line, index) => (
        <Text key={index} style={{ fontSize: 12, lineHeight: 1.5 }}>
          {line || ' '}
        </Text>
      ))}
    </View>
  )
}

interface RowsProps {
  locale: PackingSlipContent['locale']
  pairs: readonly (PaperPair & { reason?: string })[]
}

/** Pairs with their size in figures that are read at a glance. */
export function PairRows({ locale, pairs }: RowsProps) {
  const t = (word: PaperWord, values?: Readonly<Record<string, string | number>>) =>
    paperWord(locale, word, values)
  const hasReasons = pairs.some(({ reason }) => reason)
  return (
    <View>
      <View style={{ ...look.row, ...look.head }} fixed>
        <Text style={{ width: 40 }}>{t('quantity')}</Text>
        <Text style={{ flex: 1 }}>{t('item')}</Text>
        {hasReasons && <Text style={{ width: 100 }}>{t('why')}</Text>}
        <Text style={{ width: 120, textAlign: 'right' }}>{t('sku')}</Text>
      </View>
      {pairs.map((pair, index) => (
        <View key={index} style={{ ...look.row, ...look.line }} wrap={false}>
          <Text style={{ width: 40, fontSize: 12, ...look.strong }}>{pair.quantity}</Text>
          <View style={{ flex: 1, paddingRight: 10 }}>
            <Text style={look.strong}>{printable(pair.title)}</Text>
            <Text style={look.label}>
              {printable(
                [pair.colour, pair.size && t('size', { size: pair.size }), paperWidth(locale, pair.width)]
                  .filter(Boolean)
                  .join(', '),
              )}
            </Text>
          </View>
          {hasReasons && <Text style={{ width: 100 }}>{pair.reason}</Text>}
          <Text style={{ width: 120, textAlign: 'right' }}>{printable(pair.sku)}</Text>
        </View>
      ))}
    </View>
  )
}
