import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ensureChromium } from '../../start/chromium.mjs'
import { findProgram, installPackage } from '../../start/debian.mjs'
import { runAloud } from '../../start/run.mjs'
import { neutralEnvironment } from '../../start/test-steps.mjs'
import { judge, type Seen, type Verdict } from './judge'
import { lines, shownBy, type Line } from './lines'
import { runTests, type Environment } from './run-tests'

/**
 * `npm run scoreboard`: the thirty lines, each with one number beside its bar. `--line 5,9` for some of them, `--quick`
 * for a tenth of the size, `--built` where a production build is there already, `--json FILE` to keep the outcome.
 */
function readOptions() {
  const { values } = parseArgs({
    options: {
      line: { type: 'string' },
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      built: { type: 'boolean', default: false },
    },
  })
  const numbers = values.line?.split(',').map(Number)
  const chosen = lines.filter(({ number }) => !numbers || numbers.includes(number))
  if (chosen.length === 0) throw new Error(`There are lines 1 to ${lines.length}.`)
  return { ...values, chosen }
}

const isLarge = (file: string): boolean => /\.(proof|e2e)\.\w+$/.test(file)

/** What the tests of the chosen lines need and this machine may lack. */
async function prepare(chosen: readonly Line[], isBuilt: boolean, env: Environment): Promise<void> {
  if (!chosen.some(({ shown }) => shown.some(({ file }) => isLarge(file)))) return
  ensureChromium()
  if (!findProgram('nginx')) installPackage('nginx-light', 'the scoreboard')
  if (isBuilt) return
  const code = await runAloud(process.execPath, ['src/start/launch.mjs', 'build'], { env })
  if (code !== 0) throw new Error('The production build has failed; the reason is above.')
}

/** Each file is run once, with whatever the chosen lines want of it. */
function testRunner(chosen: readonly Line[], env: Environment, isQuick: boolean) {
  const runs = new Map<string, Promise<Seen[]>>()
  const wantedOf = (file: string) => {
    const wanted = chosen.flatMap((line) => shownBy(line, isQuick).filter((one) => one.file === file))
    const isWhole = wanted.some(({ tests }) => !tests)
    return { file, tests: isWhole ? undefined : [...new Set(wanted.flatMap(({ tests }) => tests ?? []))] }
  }
  return async (line: Line): Promise<Seen[]> => {
    const all: Seen[] = []
    for (const file of new Set(shownBy(line, isQuick).map((one) => one.file))) {
      const run = runs.get(file) ?? runTests(wantedOf(file), env, console.error)
      runs.set(file, run)
      all.push(...(await run))
    }
    return all
  }
}

function print({ number, name, figure, bar, outcome, seconds, faults }: Verdict): void {
  const cells = [
    String(number).padStart(2),
    outcome.padEnd(7),
    name.padEnd(20),
    figure.padEnd(28),
    `${seconds.toFixed(0)} s`.padStart(7),
  ]
  console.log(`${cells.join('  ')}  ${bar}`)
  for (const fault of faults) console.log(`    ${fault}`)
}

async function main(): Promise<void> {
  const { chosen, quick, built, json } = readOptions()
  const env = { ...(await neutralEnvironment()), MOLINI_PROOF: quick ? 'tenth' : 'full' }
  await prepare(chosen, built, env)
  const run = testRunner(chosen, env, quick)
  const verdicts: Verdict[] = []
  console.log(` #  outcome  what                  figure                        seconds  bar`)
  for (const line of chosen) {
    const verdict = judge(line, await run(line), { isQuick: quick })
    print(verdict)
    verdicts.push(verdict)
    if (json) writeFileSync(json, `${JSON.stringify(verdicts, undefined, 2)}\n`)
  }
  const green = verdicts.filter(({ outcome }) => outcome === 'ok').length
  console.log(`${green} of ${verdicts.length} lines hold${quick ? ', at a tenth of their size' : ''}.`)
  if (green < verdicts.length) process.exitCode = 1
}

process.send?.({ begun: true })
await main()
process.send?.({ done: true })
setImmediate(() => process.exit())
