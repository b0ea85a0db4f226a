import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inCheckout } from './checkout.mjs'

const textOf = (file) => readFileSync(file, 'utf8')

const code = ['src/start', 'src/env']
  .flatMap((folder) =>
    readdirSync(inCheckout(folder), { recursive: true }).map((name) => inCheckout(join(folder, name))),
  )
  .filter((file) => /\.(mjs|ts)$/.test(file) && !file.includes('.test.'))
  .map(textOf)
  .join('\n')

const [, table] = textOf(inCheckout('docs/troubleshooting.md')).split(/^## /m)
const sentences = table
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|')[1])

/** What the code puts in itself stands for any words: dots, names in capitals, a number, an address. */
const partsOf = (sentence) =>
  [...sentence.matchAll(/`([^`]+)`/g)]
    .flatMap(([, words]) => words.split(/\.\.\.|NAME|3000|npm run dev/))
    .map((part) => part.trim())
    .filter((part) => /[a-z]{3}/.test(part))

test('a start that is refused is explained in the words that it says', () => {
  expect(sentences.length).toBeGreaterThan(10)
  const foreign = sentences.flatMap(partsOf).filter((part) => !code.includes(part.replace(/^: |:$/g, '')))
  expect(foreign).toEqual([])
})
