import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inCheckout } from './checkout.mjs'

const { scripts } = JSON.parse(readFileSync(inCheckout('package.json'), 'utf8'))

const pages = [
  ...readdirSync(inCheckout('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
  ...['README.md', 'SECURITY.md', 'CHANGELOG.md', 'DECISIONS.md'],
]

/** The scripts that a text tells somebody to run: `npm run X`, and those that npm knows without `run`. */
const namedIn = (text) =>
  [...text.matchAll(/\bnpm (?:run ([a-z][\w:-]*)|(test|start)\b)/g)].map(
    ([, script, short]) => script ?? short,
  )

test.each(pages)('every command that %s names is a script of the package', (page) => {
  const unknown = namedIn(readFileSync(inCheckout(page), 'utf8')).filter((name) => !(name in scripts))
  expect(unknown).toEqual([])
})

test('commands are found on the pages, and one that there is not would be', () => {
  const all = pages.flatMap((page) => namedIn(readFileSync(inCheckout(page), 'utf8')))
  expect(new Set(all).size).toBeGreaterThan(20)
  expect(namedIn('Run `npm run invented:thing -- --x`, then npm start; npm run dev.')).toEqual([
    'invented:thing',
    'start',
    'dev',
  ])
})
