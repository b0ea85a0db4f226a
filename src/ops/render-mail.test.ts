import { render } from '@react-email/render'
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { mailKindNames, type MailKind } from '#domain/mail-wording'
import { locales } from '#domain/markets'
import { sampleMail } from '#mail/samples'
import { renderMail } from './render-mail'

/** By these a browser would find where React's parts begin and end. */
const comments = /<!--(?:\/?\$|html|head|body| )-->/g

const withPictures = (name: string, value: unknown): unknown =>
  name === 'lines' && Array.isArray(value)
    ? value.map((line: object) => ({ ...line, image: '/media/shoe & box/640.webp' }))
    : value

const put = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value), withPictures) as Value

const sample = (kind: MailKind, locale: (typeof locales)[number]) =>
  sampleMail(kind, locale, { body: 'One <b> & {name}\nnext line\n\n"last"' }, put).body

test.each(locales)(
  'every mail in %s is what React Email makes of it, as page and as text',
  async (locale) => {
    for (const kind of mailKindNames) {
      const body = sample(kind, locale)
      const { html, text } = await renderMail(body)
      expect(html).toBe((await render(body)).replace(comments, ''))
      expect(text).toBe(await render(body, { plainText: true }))
    }
  },
)

test('pictures are drawn, and no hint to load them is among the words of the head', async () => {
  const { html } = await renderMail(sample('order-placed', 'en'))
  expect(html).toContain('src="/media/shoe &amp; box/160.jpg"')
  expect(html).not.toContain('preload')
})

test('a part that fails fails the mail', async () => {
  const Broken = () => {
    throw new Error('no such word')
  }
  await expect(renderMail(createElement(Broken))).rejects.toThrow('no such word')
})
