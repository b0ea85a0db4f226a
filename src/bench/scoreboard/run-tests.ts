import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../start/run.mjs'
import type { Seen } from './judge'
import type { Figures } from './note-figure'

interface Report {
  testResults: {
    assertionResults: {
      fullName: string
      status: string
      duration?: number | null
      meta?: { figures?: Figures }
      failureMessages?: string[]
    }[]
  }[]
}

const projects = [
  [/\.proof\.\w+$/, 'proof*'],
  [/\.e2e\.ts$/, 'e2e*'],
  [/\.int\.test\.\w+$/, 'integration*'],
] as const
const projectOf = (file: string): string => projects.find(([ending]) => ending.test(file))?.[1] ?? 'unit*'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What a process is given. */
export type Environment = Readonly<Record<string, string | undefined>>

interface Wanted {
  file: string
  /** Parts of names; all tests of the file when there are none. */
  tests: readonly string[] | undefined
}

/** Runs tests of one file. What they print is given to `say` when one has failed, or none was run. */
export async function runTests(
  { file, tests }: Wanted,
  env: Environment,
  say: (words: string) => void,
): Promise<Seen[]> {
  const folder = mkdtempSync(join(tmpdir(), 'molini-scoreboard-'))
  const report = join(folder, 'report.json')
  const named = tests ? ['-t', tests.map(escaped).join('|')] : []
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', projectOf(file), file]
  const { code, output } = await run(process.execPath, [...vitest, ...named, ...reporters], { env })
  const seen = readReport(report, file).filter(
    ({ title }) => !tests || tests.some((name) => title.includes(name)),
  )
  if (code !== 0 || seen.length === 0) say(output.slice(-12_000))
  rmSync(folder, { recursive: true, force: true })
  return code === 0 || seen.some(({ status }) => status === 'failed')
    ? seen
    : [...seen, { file, title: `${file} as a whole`, status: 'failed', seconds: 0, figures: {} }]
}

function readReport(report: string, file: string): Seen[] {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
    return testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ fullName, status, duration, meta }) => ({
        ...{ file, title: fullName, status, seconds: (duration ?? 0) / 1000 },
        figures: meta?.figures ?? {},
      })),
    )
  } catch {
    return []
  }
}
