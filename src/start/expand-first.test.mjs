import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { contractionsOf, released } from './expand-first.mjs'
import { migrationFiles } from './migration-files.mjs'

const migration = (up, down = '') =>
  `export async function up() { sql\`${up}\` }\nexport async function down() { sql\`${down}\` }`

test.each([
  'DROP TABLE "orders" CASCADE',
  'ALTER TABLE orders DROP COLUMN "number"',
  'ALTER TABLE orders RENAME COLUMN number TO code',
  'ALTER TABLE orders RENAME TO sales',
  'ALTER TABLE orders ALTER COLUMN "total" SET DATA TYPE bigint',
  'ALTER TABLE orders ALTER COLUMN total SET NOT NULL',
  'ALTER TABLE orders ADD COLUMN "colour" varchar NOT NULL',
])('%s is found, unless it says since when nothing uses it', (statement) => {
  expect(contractionsOf(migration(`SELECT 1; ${statement};`))).toEqual([statement])
  expect(contractionsOf(migration(`-- contracts, unused since 1.2.0\n${statement};`))).toEqual([])
})

test.each([
  'CREATE TABLE "sales" (id uuid NOT NULL)',
  'ALTER TABLE orders ADD COLUMN "colour" varchar',
  "ALTER TABLE orders ADD COLUMN colour varchar DEFAULT 'red' NOT NULL",
  'ALTER TABLE orders ALTER COLUMN total DROP NOT NULL',
  'DROP INDEX orders_colour',
])('%s only adds, or changes nothing that code names', (statement) =>
  expect(contractionsOf(migration(`${statement};`, 'DROP TABLE "sales";'))).toEqual([]),
)

test('no migration since the release takes away what its code uses', () => {
  const files = migrationFiles()
  expect(files).toContain(released)
  const taken = files
    .filter((name) => name > released)
    .flatMap((name) => contractionsOf(readFileSync(inCheckout('migrations', `${name}.ts`), 'utf8')))
  expect(taken).toEqual([])
})
