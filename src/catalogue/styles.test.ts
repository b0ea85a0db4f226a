import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinStyle, leadOr, leaveStyle, noStyles } from './styles'

const most = 8
const steps = fc.array(
  fc.tuple(fc.nat(most - 1), fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined })),
  { maxLength: 40 },
)

const emptyStyles = () => ({
  ...noStyles(),
  styleNumbers: new Uint32Array(most),
  leads: new Uint8Array(most),
})

test('colours of a style have its number and no other style has it, whatever joins and leaves; numbers are used again', () => {
  fc.assert(
    fc.property(steps, (done) => {
      const columns = emptyStyles()
      const known = new Map<number, string>()
      let widest = 0
      for (const [at, style] of done) {
        if (style === undefined) leaveStyle(columns, at)
        else joinStyle(columns, at, style)
        if (style === undefined) known.delete(at)
        else known.set(at, style)
        widest = Math.max(widest, new Set(known.values()).size)
        const numbers = new Map([...known].map(([place, name]) => [name, columns.styleNumbers[place]]))
        for (const [place, name] of known) {
          expect(columns.styleNumbers[place]).toBe(numbers.get(name))
          expect(columns.colours.get(name)).toContain(place)
        }
        expect(new Set(numbers.values()).size).toBe(numbers.size)
        expect(columns.colours.size).toBe(numbers.size)
      }
      expect(columns.styleCount).toBe(widest)
    }),
  )
})

test('the lead colour stands for its style where it fits, else the colour that was found', () => {
  const columns = emptyStyles()
  for (const at of [0, 1, 2]) joinStyle(columns, at, 'a')
  expect(leadOr(columns, 0, () => true)).toBe(0)
  columns.leads[2] = 1
  expect(leadOr(columns, 0, () => true)).toBe(2)
  expect(leadOr(columns, 0, (at) => at < 2)).toBe(0)
})
