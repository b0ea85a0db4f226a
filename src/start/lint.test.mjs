import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inCheckout } from './checkout.mjs'

/** A fault of each kind that only types tell. */
const planted = `const wait = async (): Promise<number> => 1
type Kind = 'a' | 'b'
export async function faults(kind: Kind): Promise<void> {
  await 5
  wait()
  ;[1].forEach(async () => void (await wait()))
  switch (kind) {
    case 'a':
      console.log(kind)
  }
}
`

test('a promise that nobody waits for, one where none belongs and a case that is left out are each found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'molini-lint-'))
  try {
    writeFileSync(join(folder, 'planted.ts'), planted)
    writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true } }')
    const args = ['--config', inCheckout('.oxlintrc.json'), '--type-aware', '--format', 'unix', 'planted.ts']
    const { status, stdout } = spawnSync(
      process.execPath,
      [inCheckout('node_modules/oxlint/bin/oxlint'), ...args],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    const found = [...stdout.matchAll(/typescript\(([\w-]+)\)/g)].map(([, rule]) => rule)
    expect([status, found.toSorted()]).toEqual([
      1,
      ['await-thenable', 'no-floating-promises', 'no-misused-promises', 'switch-exhaustiveness-check'],
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
