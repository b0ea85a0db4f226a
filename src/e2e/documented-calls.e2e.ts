import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ofShop } from '../start/testing/journey-shop'

/** What stands in the page for what only the answers before tell. */
const [token, variant] = ['TOKEN', '"..."']
const documentedShop = 'https://shop.example'

/** Says what a shell hands to `curl`, a line of JSON for each call, and calls nobody. */
const shell = `
curl() { "$NODE" -e 'console.log(JSON.stringify(process.argv.slice(1)))' -- "$@"; }
uuidgen() { echo 3f0c1b1e-0f3a-4c43-9a57-6d9b6a1d2c11; }
token=${token}
`

/** The calls of the page in their order, as a shell reads them. */
function documentedCalls(): string[][] {
  const page = readFileSync('docs/store-api.md', 'utf8')
  const [, block = ''] = /## From a search to an order\n\n```sh\n([\s\S]*?)```/.exec(page) ?? []
  const env = { NODE_ENV: 'test' as const, NODE: process.execPath }
  const said = execFileSync('/bin/bash', ['--norc', '-c', shell + block], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).toString()
  return said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string[])
}

async function call(args: readonly string[], known: ReadonlyMap<string, string>) {
  const filled = args.map((word) =>
    [...known].reduce((text, [mark, value]) => text.replaceAll(mark, value), word),
  )
  const after = (flag: string) => filled.filter((_, at) => filled[at - 1] === flag)
  const path = filled.find((word) => word.startsWith(documentedShop)) ?? ''
  const headers = new Headers()
  for (const line of after('-H')) headers.append(...(line.split(': ', 2) as [string, string]))
  const answer = await fetch(path.replace(documentedShop, ofShop('shopUrl')), {
    method: after('-X')[0],
    body: after('-d')[0],
    headers,
  })
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
}

test('the calls of the page about the Store API lead from a search to an order, as they stand there', async () => {
  const calls = documentedCalls()
  const known = new Map<string, string>()
  const answers: Awaited<ReturnType<typeof call>>[] = []
  for (const args of calls) {
    const answer = await call(args, known)
    answers.push(answer)
    const { token: given, product } = answer.json as {
      token?: string
      product?: { variants: { id: string; available: number }[] }
    }
    if (given) known.set(token, given)
    const size = product?.variants.find(({ available }) => available > 0)
    if (size) known.set(variant, JSON.stringify(size.id))
  }
  expect(answers.map(({ status, json }) => [status, json.code])).toEqual(
    [200, 200, 201, 200, 200, 200, 201].map((status) => [status, undefined]),
  )
  expect(Object.keys(answers.at(-1)?.json ?? {}).sort()).toEqual(['accessToken', 'order', 'payment'])
})
