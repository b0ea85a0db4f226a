import { render } from '@react-email/render'
import { describe, expect, test } from 'vitest'
import { mailKindNames, placeholdersOf, wordingFault } from '#domain/mail-wording'
import { locales } from '#domain/markets'
import { accountMails } from './account-mails'
import { orderMails } from './order-mails'
import { builtInWording, sampleMail } from './samples'

describe.each(locales)('in %s', (locale) => {
  test.each(mailKindNames)('%s is written with sample data, as page and as text', async (kind) => {
    const { subject, body } = sampleMail(kind, locale)
    const html = await render(body)
    const text = await render(body, { plainText: true })
    for (const part of [subject, html, text]) expect(part).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
    expect(html).toContain('<html')
    expect(text.length).toBeGreaterThan(80)
  })

  test.each(mailKindNames)('the built-in words of %s could be words of its own', (kind) => {
    for (const text of Object.values(builtInWording(kind, locale)))
      expect(wordingFault(kind, text)).toBeUndefined()
  })

  test.each(mailKindNames)('%s with the built-in words as its own reads the same', async (kind) => {
    const [own, plain] = [sampleMail(kind, locale, builtInWording(kind, locale)), sampleMail(kind, locale)]
    expect(own.subject).toBe(plain.subject)
    expect(await render(own.body)).toBe(await render(plain.body))
  })
})

test.each(mailKindNames)('the subject of %s is one line, whatever a title or a name says', (kind) => {
  const put = <Value,>(value: Value): Value =>
    JSON.parse(JSON.stringify(value), (name, said: unknown) =>
      /^(product|title|name|firstName|size|number)$/.test(name) ? 'two\r\nlines' : said,
    ) as Value
  for (const wording of [undefined, { subject: 'own\r\n{name}{product}{number}' }])
    expect(sampleMail(kind, 'en', wording, put).subject).not.toMatch(/[\r\n]/)
})

/** Mails that are sent of shoes alone, and the letter of the shop, which speaks of what it makes. */
const ofShoes =
  /^(?:order-delivered|review-invitation|back-in-stock|pair-held|draw-.*|measure-again|newsletter-.*)$/

test.each([
  ['en', /\b(?:pairs?|shoes?|feet|foot|fits?)\b/i],
  ['it', /\b(?:pai[oa]|scarp[ae]|calza(?:no|ta)?)\b/i],
  ['de', /\b(?:Paare?|Schuhe?n?|Passform)\b/],
] as const)('a mail that may be about no shoe speaks of none, in %s', async (locale, shoe) => {
  const kinds = mailKindNames.filter((kind) => !ofShoes.test(kind))
  const written = await Promise.all(
    kinds.map(async (kind) => {
      const { subject, body } = sampleMail(kind, locale)
      return { kind, said: `${subject} ${await render(body, { plainText: true })}` }
    }),
  )
  // The street of the sample's store is named after shoes.
  const found = written.filter(({ said }) => shoe.test(said.replaceAll('Via delle Scarpe', '')))
  expect(found.map(({ kind }) => kind)).toEqual([])
})

test('every case of a mail says something of its own', async () => {
  const written = await Promise.all(mailKindNames.map(async (kind) => render(sampleMail(kind, 'en').body)))
  expect(new Set(written).size).toBe(mailKindNames.length)
})

test('own words take the place of the built-in ones, and the rest of the mail stays', async () => {
  const mail = sampleMail('payment-received', 'it', {
    subject: 'Grazie, {name}',
    heading: 'Tutto a posto',
    body: 'Sono arrivati {amount}.\n\nOrdine {number},\ntotale {total}.',
  })
  expect(mail.subject).toBe('Grazie, Ada')
  const text = await render(mail.body, { plainText: true })
  for (const part of ['Sono arrivati 363,90', 'Ordine M-100001', 'Cavour Derby', 'Buongiorno Ada'])
    expect(text.replaceAll('\u00a0', ' ')).toContain(part)
  expect(text).not.toContain('Grazie, il pagamento è arrivato')
})

test('what is left empty is built in, and nothing that is written becomes markup', async () => {
  const wording = { heading: '  ', body: '<script>alert(1)</script> {name} & <b>bold</b>' }
  const mail = sampleMail('order-delivered', 'en', wording)
  const html = await render(mail.body)
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; Ada &amp; &lt;b&gt;bold&lt;/b&gt;')
  expect(html).toContain('Your order has arrived')
  expect(html).not.toContain('<script')
})

test('the law’s part of the receipt of a withdrawal is not worded by the shop', async () => {
  const mail = sampleMail('withdrawal-return', 'de', { subject: 'X', heading: 'Y', body: 'Z' })
  const text = await render(mail.body, { plainText: true })
  for (const part of [
    'Ada Rossi hat den Vertrag zu Bestellung M-100001 widerrufen',
    'W-100003',
    '10:41:12',
    '1 x Cavour',
  ])
    expect(text).toContain(part)
})

test('each placeholder of a mail has a value in it', () => {
  for (const kind of mailKindNames)
    for (const name of placeholdersOf(kind))
      expect(sampleMail(kind, 'en', { subject: `{${name}}` }).subject, `${kind} ${name}`).not.toBe('')
})

test('a subject is one line, whatever a value holds', () => {
  const mail = accountMails.welcome?.({
    ...{ locale: 'en', link: '#', name: 'Ada\r\nBcc: x@example.org' },
    wordingOf: () => ({ subject: 'Hello {name}' }),
  })
  expect(mail?.subject).toBe('Hello Ada Bcc: x@example.org')
})

test('every template can be worded', () => {
  const templates = [...Object.keys(orderMails), ...Object.keys(accountMails)]
  const kinds: readonly string[] = mailKindNames
  expect(
    templates.filter((name) => !kinds.some((kind) => kind.startsWith(name.replace(/-received$/, '')))),
  ).toEqual([])
})
