import { Document, Page, StyleSheet, Svg, Rect, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { code128 } from '#domain/code-128'
import { dateFormat, regionNames } from '#domain/formats'
import { markets, type Locale, type MarketId } from '#domain/markets'
import { displayFaces, printable, textFaces } from './faces'
import { paperWord } from './words'

export const ink = '#1D1916'
export const muted = '#62584C'
export const rule = '#CFC5B5'

export const look = StyleSheet.create({
  page: {
    fontFamily: textFaces,
    fontSize: 9.5,
    lineHeight: 1.4,
    color: ink,
    paddingTop: 48,
    paddingHorizontal: 48,
    paddingBottom: 104,
  },
  wordmark: { fontFamily: displayFaces, fontSize: 22, lineHeight: 1.1 },
  title: { fontFamily: displayFaces, fontSize: 26, lineHeight: 1.15, marginTop: 34, marginBottom: 16 },
  label: { color: muted, fontSize: 8.5 },
  strong: { fontWeight: 600 },
  row: { flexDirection: 'row' },
  foot: {
    position: 'absolute',
    left: 48,
    right: 48,
    // The library places nothing by its lower edge on a page that grows.
    top: 766,
    paddingTop: 8,
    borderTopWidth: 0.75,
    borderTopColor: rule,
    fontSize: 8,
    lineHeight: 1.4,
    color: muted,
    flexDirection: 'row',
    justifyContent: 'space-between',
  },
  head: { borderBottomWidth: 0.75, borderBottomColor: ink, paddingBottom: 4, color: muted, fontSize: 8.5 },
  line: { borderBottomWidth: 0.75, borderBottomColor: rule, paddingVertical: 7 },
})

interface SheetProps {
  locale: Locale
  title: string
  subject: string
  author: string
  /** Frozen into the file, so that the same paper is the same bytes. */
  at: string
  shopName: string
  /** Who sends it, in one line under the wordmark. */
  sender: string
  footer: string[]
  children: ReactNode
}

/** The sheet every paper is printed on: A4, the wordmark, the shop's particulars at the foot of each page. */
export function Sheet({
  locale,
  title,
  subject,
  author,
  at,
  shopName,
  sender,
  footer,
  children,
}: SheetProps) {
  const made = new Date(at)
  return (
    <Document
      language={locale}
      title={subject}
      author={author}
      creator={shopName}
      producer={shopName}
      creationDate={made}
      modificationDate={made}
    >
      <Page size="A4" style={look.page}>
        <Text style={look.wordmark}>{printable(shopName)}</Text>
        <Text style={{ ...look.label, marginTop: 6 }}>{printable(sender)}</Text>
        <Text style={look.title}>{title}</Text>
        {children}
        <View style={look.foot} fixed>
          <View style={{ maxWidth: 420 }}>
            {footer.map((line) => (
              <Text key={line}>{printable(line)}</Text>
            ))}
          </View>
          <Text
            render={({ pageNumber, totalPages }) =>
              paperWord(locale, 'page', { page: pageNumber, pages: totalPages })
            }
          />
        </View>
      </Page>
    </Document>
  )
}

/** A day such as `2026-11-27` as the market writes it. */
export const dayWords = (market: MarketId, day: string): string =>
  dateFormat(markets[market].formatLocale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )

export const countryWords = (locale: Locale, country: string): string =>
  regionNames(locale).of(country) ?? country

/** Names beside values, as the head of a paper has them. */
export const Facts = ({ rows }: { rows: readonly [string, string][] }) => (
  <View style={{ width: 240 }}>
    {rows.map(([name, value]) => (
      <View key={name} style={look.row}>
        <Text style={{ ...look.label, width: 108, fontSize: 9 }}>{name}</Text>
        <Text style={{ flex: 1 }}>{printable(value)}</Text>
      </View>
    ))}
  </View>
)

export const Block = ({ label, lines }: { label: string; lines: readonly string[] }) => (
  <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 'auto', paddingRight: 24 }}>
    <Text style={{ ...look.label, marginBottom: 3 }}>{label}</Text>
    {lines.map((line, index) => (
      <Text key={index}>{printable(line)}</Text>
    ))}
  </View>
)

/** A number to be scanned and read; without bars when it cannot be one. */
export function Barcode({
  text,
  height = 34,
  module = 1.05,
}: {
  text: string
  height?: number
  module?: number
}) {
  const code = code128(text)
  return (
    <View style={{ alignItems: 'center' }}>
      {code && (
        <Svg
          width={code.width * module}
          height={height}
          viewBox={`0 0 ${code.width} ${height}`}
          preserveAspectRatio="none"
        >
          {code.bars.map(({ at, width }) => (
            <Rect key={at} x={at} y={0} width={width} height={height} fill="#000000" />
          ))}
        </Svg>
      )}
      <Text style={{ fontSize: 9, marginTop: 3 }}>{text}</Text>
    </View>
  )
}
