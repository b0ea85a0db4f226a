import { shownBy, type Evidence, type Line } from './lines'
import type { Figures } from './note-figure'

/** A test that has been run, as the report says. */
export interface Seen {
  file: string
  title: string
  /** Of vitest: passed, failed, skipped, pending, todo. */
  status: string
  seconds: number
  figures: Figures
}

export interface Verdict {
  number: number
  name: string
  bar: string
  outcome: 'ok' | 'FAILED' | 'not run'
  figure: string
  seconds: number
  /** What is wrong, in words. */
  faults: string[]
}

const isNamed = ({ tests }: Evidence, { title }: Seen): boolean =>
  !tests || tests.some((name) => title.includes(name))

function faultsOf(evidence: Evidence, seen: readonly Seen[]): string[] {
  const missing = (evidence.tests ?? []).filter((name) => !seen.some(({ title }) => title.includes(name)))
  return [
    ...seen.filter(({ status }) => status === 'failed').map(({ title }) => `failed: ${title}`),
    ...missing.map((name) => `no such test: ${name}`),
    ...(seen.length === 0 ? [`nothing was run of ${evidence.file}`] : []),
  ]
}

/** Where several tests have noted one, the largest: every bar is something that may not be larger, or is the same in each. */
const largest = (seen: readonly Seen[], key: string): number | undefined => {
  const noted = seen.flatMap(({ figures }) => figures[key] ?? [])
  return noted.length > 0 ? Math.max(...noted) : undefined
}

const written = (value: number, unit: string): string =>
  `${Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(Math.abs(value) < 1 ? 3 : 1)} ${unit}`.trim()

/** A run of a tenth does not measure what only the whole shows. */
function judgeFigures(line: Line, seen: readonly Seen[], isQuick: boolean) {
  const read = (line.figures ?? []).map((one) => ({ ...one, value: largest(seen, one.key) }))
  const faults = read.flatMap(({ value, unit, isMet, key }) => {
    if (value === undefined) return isQuick ? [] : [`no figure: ${key}`]
    return isMet(value, isQuick ? 0.1 : 1) ? [] : [`${key}: ${written(value, unit)}`]
  })
  const [first] = read
  return { faults, words: first?.value === undefined ? undefined : written(first.value, first.unit) }
}

/** What a line of the scoreboard has come to, by all tests that were run. */
export function judge(line: Line, run: readonly Seen[], { isQuick }: { isQuick: boolean }): Verdict {
  const parts = shownBy(line, isQuick).map((evidence) => ({
    evidence,
    seen: run.filter((one) => one.file === evidence.file && isNamed(evidence, one)),
  }))
  const seen = parts.flatMap((part) => part.seen)
  const figures = judgeFigures(line, seen, isQuick)
  const faults = [...parts.flatMap((part) => faultsOf(part.evidence, part.seen)), ...figures.faults]
  const passed = seen.filter(({ status }) => status === 'passed').length
  const isLeftOut = passed < seen.length && faults.every((fault) => fault.startsWith('no figure'))
  return {
    ...{ number: line.number, name: line.name, bar: line.bar, faults },
    outcome: isLeftOut ? 'not run' : faults.length > 0 ? 'FAILED' : 'ok',
    figure: figures.words ?? `${passed} of ${seen.length} tests`,
    seconds: seen.reduce((sum, one) => sum + one.seconds, 0),
  }
}
