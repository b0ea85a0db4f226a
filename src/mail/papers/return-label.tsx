import { Text, View } from '@react-pdf/renderer'
import type { ReturnLabelContent } from '#domain/papers'
import { displayFaces, printable } from './faces'
import { addressLines, PairRows } from './packing-slip'
import { Barcode, Block, ink, look, muted, rule, Sheet } from './sheet'
import { isPaperWord, paperWord, type PaperWord } from './words'

interface Props {
  number: string
  issuedAt: string
  content: ReturnLabelContent
}

/** The upper part goes on the parcel, the lower one into it. */
export function ReturnLabel({ number, issuedAt, content }: Props) {
  const { locale, shop, from, to, pairs, orderNumber } = content
  const t = (word: PaperWord) => paperWord(locale, word)
  const title = t('returnLabel')
  const named = pairs.map((pair) => ({
    ...pair,
    reason: isPaperWord(pair.reason) ? t(pair.reason) : pair.reason,
  }))
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
      <View style={{ borderWidth: 1.5, borderColor: ink, padding: 22 }}>
        <Block label={t('from')} lines={addressLines(from, locale)} />
        <View style={{ marginTop: 18, marginBottom: 20 }}>
          <Text style={look.label}>{t('to')}</Text>
          {to.map((line) => (
            <Text key={line} style={{ fontSize: 17, lineHeight: 1.3, fontWeight: 600 }}>
              {printable(line)}
            </Text>
          ))}
        </View>
        <View style={{ ...look.row, alignItems: 'flex-end', justifyContent: 'space-between' }}>
          <View>
            <Text style={look.label}>{t('returnNumber')}</Text>
            <Text style={{ fontFamily: displayFaces, fontSize: 24, lineHeight: 1.2 }}>{number}</Text>
            <Text style={look.label}>
              {t('order')} {orderNumber}
            </Text>
          </View>
          <Barcode text={number} height={46} module={1.6} />
        </View>
      </View>
      <Text style={{ color: muted, marginTop: 8 }}>{t('cut')}</Text>
      <View
        style={{ borderBottomWidth: 1, borderBottomColor: rule, borderStyle: 'dashed', marginVertical: 22 }}
      />
      <Text style={{ marginBottom: 12, fontWeight: 600 }}>
        {t('inside')} {t('returnNumber')}: {number}
      </Text>
      <PairRows locale={locale} pairs={named} />
      <Text style={{ color: muted, marginTop: 14 }}>{t('postage')}</Text>
    </Sheet>
  )
}
