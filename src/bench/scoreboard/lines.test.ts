import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lines } from './lines'

test('the scoreboard has its lines, each once and in order', () => {
  expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
})

test.each(lines.flatMap(({ number, shown }) => shown.map((one) => [number, one.file, one.tests] as const)))(
  'line %i is shown by tests that are in %s',
  (_number, file, tests) => {
    expect(existsSync(file), `no such file: ${file}`).toBe(true)
    const text = readFileSync(file, 'utf8')
    for (const name of tests ?? []) expect(text, `no such test: ${name}`).toContain(name)
  },
)

test.each(lines.filter(({ figures }) => figures).map((line) => [line.number, line] as const))(
  'the figures of line %i are noted by its tests',
  (_number, line) => {
    const texts = line.shown.map(({ file }) => readFileSync(file, 'utf8')).join('\n')
    expect(texts).toContain('noteFigures(')
    for (const { key } of line.figures ?? []) expect(texts).toMatch(new RegExp(`\\b${key}\\b`))
  },
)
