import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| trap'))
  .map((line) => line.split(' | ').at(-1)?.replace(/ \|$/, '') ?? '')

test('the page of security has its rows', () => {
  expect(rows.length).toBeGreaterThan(80)
})

test.each(rows)('%s', (row) => {
  const [, file = '', name = ''] = /^`([^`]+)`: (.+)$/.exec(row) ?? []
  expect(existsSync(file), `no such file: ${file}`).toBe(true)
  expect(readFileSync(file, 'utf8').includes(name), `no such test: ${name}`).toBe(true)
})
