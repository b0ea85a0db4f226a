import { expect, test } from 'vitest'
import { code128 } from './code-128'

/** Reads the bars back as a scanner does: widths of bars and gaps in turn. */
function widths({ bars, width }: NonNullable<ReturnType<typeof code128>>): string {
  return bars
    .map((bar, index) => {
      const end = bar.at + bar.width
      const gap = (bars[index + 1]?.at ?? width) - end
      return gap > 0 ? `${bar.width}${gap}` : `${bar.width}`
    })
    .join('')
}

test('a text becomes start, its signs, the check sign and stop', () => {
  // "AB": start B (104), A = 33, B = 34; check (104 + 33 + 2 * 34) mod 103 = 102.
  const code = code128('AB')
  expect(code && widths(code)).toBe('211214' + '111323' + '131123' + '411131' + '2331112')
  expect(code?.width).toBe(11 * 4 + 13)
})

test('every sign is eleven modules wide', () => {
  for (const text of ['M-100001', 'R-100042', ' ~'])
    expect(code128(text)?.width).toBe(11 * (text.length + 2) + 13)
})

test.each(['', 'Größe', 'a\nb'])('%j has no bars', (text) => expect(code128(text)).toBeUndefined())
