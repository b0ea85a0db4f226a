import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** `#components/x` and the like, by the map of package.json. */
const { imports } = JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Record<string, string> }

function resolveOwn(from: string, wanted: string): string | undefined {
  const places = wanted.startsWith('.')
    ? ['.ts', '.tsx', '/index.ts', ''].map((ending) => join(dirname(from), wanted + ending))
    : Object.entries(imports).flatMap(([name, place]) => {
        const [begin = ''] = name.split('*')
        if (name === wanted) return [place]
        return name.includes('*') && wanted.startsWith(begin)
          ? [place.replace('*', wanted.slice(begin.length))]
          : []
      })
  return places.map((place) => join(place)).find((place) => /\.tsx?$/.test(place) && existsSync(place))
}

const importOf =
  /(?:^|\n)\s*(?:import|export)\s(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g

/** Every module of ours and every package that these files need when they run. */
function reach(entries: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const queue = [...entries]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const [, plain, late] of readFileSync(file, 'utf8').matchAll(importOf)) {
      const wanted = plain ?? late ?? ''
      const own = resolveOwn(file, wanted)
      if (own) queue.push(own)
      else if (!wanted.startsWith('.')) seen.add(wanted)
    }
  }
  return seen
}

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))

const isForBrowsers = (file: string): boolean =>
  existsSync(file) && /^\s*(?:\/\*[\s\S]*?\*\/\s*)?['"]use client['"]/.test(readFileSync(file, 'utf8'))
/** They do nothing without React in the browser. */
const needRuntime = ['next/link', 'next/script', 'next/form', 'next/dynamic']

const faultsOf = (folder: string): string[] =>
  [...reach(filesIn(folder, /\.tsx$/))].filter((one) => isForBrowsers(one) || needRuntime.includes(one))

test('shop pages, which are sent without React, have no part that needs it', () => {
  expect(faultsOf('src/app/(shop)')).toEqual([])
})

test('every layout with the islands says whether the shop wants its page for no network, or they would take it away', () => {
  const layouts = filesIn('src/app', /layout\.tsx$/).map(
    (file) => [file, readFileSync(file, 'utf8')] as const,
  )
  const [withIslands, saying] = ['/assets/islands.js', 'data-offline='].map((part) =>
    layouts.filter(([, source]) => source.includes(part)).map(([file]) => file),
  )
  expect(withIslands?.length).toBeGreaterThan(1)
  expect(saying).toEqual(withIslands)
})

test('shop pages have no part that only a script would bring to its place', () => {
  const files = [...reach(filesIn('src/app/(shop)', /\.tsx$/))].filter((one) => one.endsWith('.tsx'))
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((file) => /<Suspense\b/.test(readFileSync(file, 'utf8')))).toEqual([])
  expect(filesIn('src/app/(shop)', /(^|\/)(loading|template|error)\.tsx$/)).toEqual([])
})

test('the same look at the checkout, which has React, finds its parts', () => {
  expect(faultsOf('src/app/(buy)')).toContain('src/components/checkout-form.client.tsx')
})
