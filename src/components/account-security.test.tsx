import { renderToStaticMarkup } from 'react-dom/server'
import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { markets } from '#domain/markets'
import de from '#messages/de'
import en from '#messages/en'
import it from '#messages/it'
import { formPaths } from './form-paths'
import { PasskeySection } from './passkey-section'
import { QrCode } from './qr-code'
import { SecondFactorSection } from './second-factor-section'
import { SessionList } from './session-list'
import type { Shop, Words } from './shop'

const messages = { en, it, de }
const shopIn = (locale: keyof typeof messages): Shop => ({
  market: markets[locale === 'en' ? 'eu' : locale],
  t: createTranslator({
    locale,
    messages: messages[locale],
    onError: (error) => {
      throw error
    },
  }) as unknown as Words,
})

const at = { firstSeen: '2026-11-27T10:00:00.000Z', lastSeen: '2026-11-27T11:30:00.000Z' }
const here = { id: 'one', device: 'Firefox, Windows', isThis: true, ...at }
const there = { id: 'two', device: '', isThis: false, ...at }
const count = (text: string, part: string): number => text.split(part).length - 1

describe.each(['en', 'it', 'de'] as const)('in %s', (locale) => {
  test('each session has its button, and all others have one together', () => {
    const html = renderToStaticMarkup(<SessionList shop={shopIn(locale)} sessions={[here, there]} />)
    expect(count(html, `action="${formPaths.endSession}"`)).toBe(2)
    expect(count(html, `action="${formPaths.endSessions}"`)).toBe(1)
    expect(html).toContain('value="two"')
    expect(html).toContain(messages[locale].account.sessionUnknown)
    expect(html).not.toContain('{')
  })

  test('who is signed in nowhere else is not asked to sign out there', () => {
    const html = renderToStaticMarkup(<SessionList shop={shopIn(locale)} sessions={[here]} />)
    expect(html).not.toContain(formPaths.endSessions)
    expect(html).toContain(messages[locale].account.sessionsAlone)
  })

  test('a second factor is set up by the password, and taken away by a code', () => {
    const shop = shopIn(locale)
    const off = renderToStaticMarkup(<SecondFactorSection shop={shop} />)
    expect(off).toContain(`action="${formPaths.factorBegin}"`)
    expect(off).toContain('autoComplete="current-password"')
    const on = renderToStaticMarkup(<SecondFactorSection shop={shop} factor={{ codesLeft: 9 }} />)
    expect(on).toContain(`action="${formPaths.factorOff}"`)
    expect(on).toContain('autoComplete="one-time-code"')
    expect(on).toMatch(/ 9 cod/i)
    expect(on).not.toContain('{')
  })

  test('each passkey is named, and removed by the password; without script none is offered to be made', () => {
    const [phone, laptop] = [
      { id: 'one', name: 'Phone <1>', isSynced: true, createdAt: at.firstSeen, lastUsedAt: at.lastSeen },
      { id: 'two', name: 'Laptop', isSynced: false, createdAt: at.firstSeen },
    ]
    const html = renderToStaticMarkup(<PasskeySection shop={shopIn(locale)} passkeys={[phone, laptop]} />)
    expect(count(html, `action="${formPaths.removePasskey}"`)).toBe(2)
    expect(count(html, `action="${formPaths.namePasskey}"`)).toBe(2)
    expect(count(html, messages[locale].passkeys.synced)).toBe(1)
    expect(count(html, messages[locale].passkeys.unused)).toBe(1)
    expect(html).toContain('Phone &lt;1&gt;')
    expect(html).toMatch(/<p class="no-script small">.+<\/p><div hidden=""/)
    expect(html).not.toContain('{')
  })
})

test('the picture for an app has the quiet zone of four modules, and corners that cameras look for', () => {
  const html = renderToStaticMarkup(<QrCode text="otpauth://totp/Molini:ada" label="for the app" />)
  expect(html).toContain('role="img"')
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(html)?.[1])
  expect((size - 8 - 17) % 4).toBe(0)
  const dark = (x: number, y: number) => html.includes(`M${x} ${y}h1v1h-1z`)
  for (const [x, y] of [
    [4, 4],
    [size - 5, 4],
    [4, size - 5],
  ] as const)
    expect(dark(x, y)).toBe(true)
  expect(dark(size - 5, size - 5) && dark(3, 3)).toBe(false)
})
