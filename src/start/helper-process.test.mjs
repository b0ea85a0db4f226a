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
    setInterval(() => {}, 2 ** 30)
    if (readFileSync(starts, 'utf8').length > ${stuck}) {
      process.send({ begun: true })
      process.send({ done: 'work' })
      setTimeout(() => process.exit(0), 50)
    }`,
  )
  return relative(checkout, file)
}

async function run(stuck, times = { loadTime: 4_000, idleTime: 60_000 }) {
  const heard = []
  const code = await runHelper(helper(stuck), [], {
    env: process.env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    onMessage: (message) => heard.push(message),
    ...times,
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

test.skipIf(process.platform !== 'linux')(
  'one that does nothing on its way to its work is not waited for, but for the last time',
  async () => {
    const begun = performance.now()
    const { code } = await run(1, { loadTime: 600_000, idleTime: 2_000 })
    expect(code).toBe(0)
    expect((await run(2, { loadTime: 600_000, idleTime: 2_000 })).code).toBe(0)
    expect(performance.now() - begun).toBeLessThan(50_000)
  },
  60_000,
)
