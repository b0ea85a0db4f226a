import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { checkout } from './checkout.mjs'
import { runHelper } from './helper-process.mjs'

/** A helper that tells each of its starts and hangs in the first `stuck` of them. */
function helper(stuck) {
  const folder = mkdtempSync(join(tmpdir(), 'molini-helper-'))
  const file = join(folder, 'helper.mjs')
  writeFileSync(
    file,
    `import { appendFileSync, readFileSync } from 'node:fs'
    const starts = ${JSON.stringify(join(folder, 'starts'))}
    appendFileSync(starts, 'x')
    if (readFileSync(starts, 'utf8').length > ${stuck}) {
      process.send({ begun: true })
      process.send({ done: 'work' })
      setTimeout(() => process.exit(0), 50)
    }`,
  )
  return relative(checkout, file)
}

async function run(stuck) {
  const heard = []
  const code = await runHelper(helper(stuck), [], {
    env: process.env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    onMessage: (message) => heard.push(message),
    loadTime: 4_000,
  })
  return { code, heard }
}

test(
  'a helper that never comes to its work is started again',
  async () => expect(await run(1)).toEqual({ code: 0, heard: [{ begun: true }, { done: 'work' }] }),
  60_000,
)

test(
  'one that never does at all is given up',
  async () => expect(await run(9)).toEqual({ code: 'SIGKILL', heard: [] }),
  60_000,
)
