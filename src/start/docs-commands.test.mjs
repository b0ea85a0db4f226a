import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { documentedCalls, documentedCommands } from './testing/documented-commands.mjs'

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

/** Programs that an operator types the name of. */
const programs = 'npm|npx|node|docker|helm|kubectl|curl|git|systemctl|openssl|vercel|psql|pg_dump'
const isCommand = new RegExp(`^(?:[A-Z_]+=\\S+ )*(?:${programs}) \\S`)
/** No command: what a program says, and the name of a kind. */
const sayings = ['npm run dev is already running', 'npm run ...']

/** Every command of a page as it stands there: the lines of its blocks for a shell, and those amid a sentence. */
function commandsIn(text) {
  const fence = /```(\w*)\n([\s\S]*?)```/g
  const typed = [...text.matchAll(fence)]
    .filter(([, language]) => ['sh', 'bash', 'console', ''].includes(language))
    .flatMap(([, , block]) => block.replaceAll(/\\\n\s*/g, '').split('\n'))
    .map((line) => line.replace(/(?:^|\s+)#\s.*$/, '').trim())
  const amid = [...text.replaceAll(fence, '').matchAll(/`([^`\n]+)`/g)].map(([, words]) => words)
  return [...typed, ...amid].filter((line) => isCommand.test(line) && !sayings.includes(line))
}

const documented = pages
  .filter((page) => !/CHANGELOG|DECISIONS/.test(page))
  .flatMap((page) => commandsIn(readFileSync(inCheckout(page), 'utf8')))

test('a command is found in a block and amid a sentence, with what belongs to it', () =>
  expect(
    commandsIn(
      'Say `npm run x -- --y`:\n```sh\nA=1 docker run \\\n  z # why\n# no\n```\nand `npm`, `vercel.json`.',
    ),
  ).toEqual(['A=1 docker run z', 'npm run x -- --y']))

test('every command of these pages is run by a test, or said to need what is not here, or to measure', () => {
  const isCall = (line) => line.startsWith('curl ')
  const unknown = documented.filter((line) => !isCall(line) && !(line in documentedCommands))
  expect([...new Set(unknown)]).toEqual([])
  const gone = Object.keys(documentedCommands).filter((line) => !documented.includes(line))
  expect(gone).toEqual([])
})

test('what is said to run a command does', () => {
  const rows = [...Object.entries(documentedCommands), ['curl', documentedCalls]]
  const wrong = rows.filter(
    ([, { file, words = [] }]) =>
      file &&
      !(
        existsSync(inCheckout(file)) &&
        words.every((one) => readFileSync(inCheckout(file), 'utf8').includes(one))
      ),
  )
  expect(wrong).toEqual([])
})

test('calls of the Store API stand where the test reads them, and nowhere else', () => {
  const text = readFileSync(inCheckout('docs/store-api.md'), 'utf8')
  const [section] = /## From a search to an order[\s\S]*?```sh[\s\S]*?```/.exec(text)
  const calls = (of) => of.match(/^curl /gm)?.length ?? 0
  const everywhere = pages.reduce((sum, page) => sum + calls(readFileSync(inCheckout(page), 'utf8')), 0)
  expect([calls(section), everywhere]).toEqual([7, 7])
})

test('what only measures has its figures among the promises', () => {
  const figures = readFileSync(inCheckout('docs/promises.md'), 'utf8')
  for (const [line, row] of Object.entries(documentedCommands))
    if (row.measures) expect(figures, line).toContain(line.replace(/ -- --(line|quick|json).*$/, ''))
})
