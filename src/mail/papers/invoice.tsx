import { Text, View } from '@react-pdf/renderer'
import { formatMoney } from '#domain/format-money'
import { numberFormat } from '#domain/formats'
import type { Buyer, CreditContent, InvoiceContent, PaperContent, Seller } from '#domain/invoice'
import { markets } from '#domain/markets'
import { printable } from './faces'
import { Block, countryWords, dayWords, Facts, look, muted, Sheet } from './sheet'
import { isPaperWord, paperWidth, paperWord, type PaperWord } from './words'

interface Props {
  number: string
  issuedAt: string
  content: PaperContent
}

type Word = (word: PaperWord, values?: Readonly<Record<string, string | number>>) => string

interface Ways {
  t: Word
  width: (width: string | undefined) => string | undefined
  /** Minor units, as the market writes them. */
  price: (amount: number) => string
  percent: (rate: number) => string
  day: (day: string) => string
}

function waysOf({ locale, market, currency }: PaperContent): Ways {
  const { formatLocale } = markets[market]
  const share = numberFormat(formatLocale, { style: 'percent', maximumFractionDigits: 2 })
  return {
    t: (word, values) => paperWord(locale, word, values),
    width: (width) => paperWidth(locale, width),
    price: (amount) => printable(formatMoney({ amount, currency }, formatLocale)),
    percent: (rate) => printable(share.format(rate / 10_000)),
    day: (day) => dayWords(market, day),
  }
}

const buyerLines = (buyer: Buyer, content: PaperContent, { t }: Ways): string[] =>
  [
    buyer.company,
    buyer.name,
    ...buyer.address,
    countryWords(content.locale, buyer.country),
    buyer.vatNumber && t('vatNumber', { number: buyer.vatNumber }),
  ].filter((line): line is string => Boolean(line))

function footerOf(seller: Seller, { t }: Ways): string[] {
  const first = [seller.company, ...seller.address].join(' · ')
  const numbers = [
    t('vatNumber', { number: seller.vatNumber }),
    seller.taxNumber && t('taxNumber', { number: seller.taxNumber }),
    seller.email,
  ]
  return [first, numbers.filter(Boolean).join(' · '), seller.register].filter((line): line is string =>
    Boolean(line),
  )
}

function titleOf(content: PaperContent): PaperWord {
  if (content.kind === 'invoice') return 'invoice'
  return content.isWhole ? 'creditWhole' : 'credit'
}

/** An invoice or a credit note, with all that the law asks for. Source: Directive 2006/112/EC, Article 226. */
export function InvoicePaper({ number, issuedAt, content }: Props) {
  const ways = waysOf(content)
  const { t, day } = ways
  const { seller, buyer, order, locale } = content
  const isInvoice = content.kind === 'invoice'
  const title = t(titleOf(content))
  const facts: [string, string][] = [
    [t(isInvoice ? 'invoiceNumber' : 'creditNumber'), number],
    [t(isInvoice ? 'issued' : 'creditIssued'), day(content.issuedOn)],
    ...(isInvoice && content.suppliedOn
      ? [[t('supplied'), day(content.suppliedOn)] as [string, string]]
      : []),
    [t('order'), order.number],
    [t('ordered'), day(order.placedOn)],
  ]
  return (
    <Sheet
      locale={locale}
      title={title}
      subject={`${title} ${number}`}
      author={seller.company}
      at={issuedAt}
      shopName={seller.name}
      sender={[seller.company, ...seller.address].join(' · ')}
      footer={footerOf(seller, ways)}
    >
      <View style={{ ...look.row, marginBottom: 22 }}>
        <Block label={t('billTo')} lines={buyerLines(buyer, content, ways)} />
        <Facts rows={facts} />
      </View>
      {content.kind === 'credit-note' && (
        <Text style={{ marginBottom: 16 }}>
          {t(content.isWhole ? 'cancels' : 'corrects', {
            number: content.invoice.number,
            day: day(content.invoice.issuedOn),
          })}
        </Text>
      )}
      {content.kind === 'invoice' ? (
        <SoldLines content={content} ways={ways} />
      ) : (
        <CreditedLines content={content} ways={ways} />
      )}
      <Taxes content={content} ways={ways} />
      <Notes content={content} ways={ways} />
    </Sheet>
  )
}

interface Part<Content> {
  content: Content
  ways: Ways
}

const cell = (width: number) => ({ width, textAlign: 'right' }) as const

interface Named {
  title: string
  colour?: string
  size?: string
  width?: string
  sku: string
}

const Item = ({ line, ways: { t, width } }: { line: Named; ways: Pick<Ways, 't' | 'width'> }) => (
  <View style={{ flex: 1, paddingRight: 10 }}>
    <Text style={look.strong}>{printable(line.title)}</Text>
    <Text style={look.label}>
      {printable(
        [line.colour, line.size && t('size', { size: line.size }), width(line.width), line.sku]
          .filter(Boolean)
          .join(', '),
      )}
    </Text>
  </View>
)

function SoldLines({ content, ways: { t, width, price, percent } }: Part<InvoiceContent>) {
  const { lines, shipping, shippingName, taxIncluded } = content
  const charged = ({ net, tax }: { net: number; tax: number }) => (taxIncluded ? net + tax : net)
  return (
    <View>
      <View style={{ ...look.row, ...look.head }} fixed>
        <Text style={{ flex: 1 }}>{t('item')}</Text>
        <Text style={cell(34)}>{t('quantity')}</Text>
        <Text style={cell(76)}>{t('unitPrice')}</Text>
        <Text style={cell(66)}>{t('discount')}</Text>
        <Text style={cell(44)}>{t('vat')}</Text>
        <Text style={cell(78)}>{t('lineTotal')}</Text>
      </View>
      {lines.map((line) => (
        <View key={line.lineId} style={{ ...look.row, ...look.line }} wrap={false}>
          <Item line={line} ways={{ t, width }} />
          <Text style={cell(34)}>{line.quantity}</Text>
          <View style={cell(76)}>
            <Text>{price(line.unitPrice)}</Text>
            {taxIncluded && line.rate > 0 && (
              <Text style={look.label}>{t('netUnit', { price: price(line.netUnitPrice) })}</Text>
            )}
          </View>
          <Text style={cell(66)}>{line.discount > 0 ? price(-line.discount) : ''}</Text>
          <Text style={cell(44)}>{percent(line.rate)}</Text>
          <Text style={cell(78)}>{price(charged(line))}</Text>
        </View>
      ))}
      {shipping.map((part) => (
        <View key={part.rate} style={{ ...look.row, ...look.line }} wrap={false}>
          <Text style={{ flex: 1 }}>
            {printable(shippingName ? `${t('delivery')}, ${shippingName}` : t('delivery'))}
          </Text>
          <Text style={cell(44)}>{percent(part.rate)}</Text>
          <Text style={cell(78)}>{price(charged(part))}</Text>
        </View>
      ))}
    </View>
  )
}

function CreditedLines({ content, ways: { t, width, price, percent } }: Part<CreditContent>) {
  const { lines, shipping, other } = content
  const rest: [string, number][] = [
    [t('delivery'), shipping],
    [t('other'), other],
  ]
  return (
    <View>
      <View style={{ ...look.row, ...look.head }} fixed>
        <Text style={{ flex: 1 }}>{t('item')}</Text>
        <Text style={cell(40)}>{t('quantity')}</Text>
        <Text style={cell(54)}>{t('vat')}</Text>
        <Text style={cell(110)}>{t('lineTotalIn')}</Text>
      </View>
      {lines.map((line, index) => (
        <View key={index} style={{ ...look.row, ...look.line }} wrap={false}>
          <Item line={line} ways={{ t, width }} />
          <Text style={cell(40)}>{line.quantity}</Text>
          <Text style={cell(54)}>{percent(line.rate)}</Text>
          <Text style={cell(110)}>{price(line.gross)}</Text>
        </View>
      ))}
      {rest
        .filter(([, amount]) => amount > 0)
        .map(([name, amount]) => (
          <View key={name} style={{ ...look.row, ...look.line }} wrap={false}>
            <Text style={{ flex: 1 }}>{name}</Text>
            <Text style={cell(110)}>{price(amount)}</Text>
          </View>
        ))}
    </View>
  )
}

/** By rate, then in all. */
function Taxes({ content, ways: { t, price, percent } }: Part<PaperContent>) {
  const { taxes, net, tax, total, kind } = content
  const sum = { fontWeight: 600 } as const
  return (
    <View style={{ marginTop: 18, marginLeft: 150 }} wrap={false}>
      <View style={{ ...look.row, ...look.head }}>
        <Text style={{ flex: 1 }}>{t('rate')}</Text>
        <Text style={cell(90)}>{t('net')}</Text>
        <Text style={cell(90)}>{t('tax')}</Text>
        <Text style={cell(90)}>{t('gross')}</Text>
      </View>
      {taxes.map((one) => (
        <View key={one.rate} style={{ ...look.row, paddingTop: 5 }}>
          <Text style={{ flex: 1 }}>{percent(one.rate)}</Text>
          <Text style={cell(90)}>{price(one.base)}</Text>
          <Text style={cell(90)}>{price(one.tax)}</Text>
          <Text style={cell(90)}>{price(one.base + one.tax)}</Text>
        </View>
      ))}
      <View
        style={{ ...look.row, marginTop: 6, paddingTop: 6, borderTopWidth: 0.75, borderTopColor: '#1D1916' }}
      >
        <Text style={{ flex: 1, ...sum }}>{t(kind === 'invoice' ? 'total' : 'creditTotal')}</Text>
        <Text style={cell(90)}>{price(net)}</Text>
        <Text style={cell(90)}>{price(tax)}</Text>
        <Text style={{ ...cell(90), ...sum, fontSize: 11 }}>{price(total)}</Text>
      </View>
    </View>
  )
}

/** How it was or is to be paid, where gift cards and store credit do not pay all of it. */
function paymentNotes(
  { paymentMethod, paid, total, byCredit = 0 }: InvoiceContent,
  { t, price }: Ways,
): string[] {
  const method = isPaperWord(paymentMethod) ? t(paymentMethod) : paymentMethod
  return [
    ...(byCredit > 0 ? [t('byCredit', { amount: price(byCredit) })] : []),
    ...(byCredit < total ? [t(paid >= total ? 'paid' : 'toPay', { method })] : []),
  ]
}

function Notes({ content, ways }: Part<PaperContent>) {
  const { t } = ways
  const notes = [
    ...(content.reverseCharge ? [t('reverseCharge')] : []),
    ...(content.kind === 'invoice' && content.taxIncluded ? [t('pricesIn')] : []),
    ...(content.kind === 'invoice' ? paymentNotes(content, ways) : []),
  ]
  return (
    <View style={{ marginTop: 24, color: muted }} wrap={false}>
      {notes.map((note) => (
        <Text key={note}>{note}</Text>
      ))}
    </View>
  )
}
