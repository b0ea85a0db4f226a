import { report } from './report'

export type Tasks = Readonly<Record<string, () => Promise<void>>>

async function perform(tasks: Tasks, name: string): Promise<void> {
  report({ begun: true })
  const task = tasks[name]
  if (!task) throw new Error(`There is no task named ${name}`)
  await task()
  report({ done: name })
}

/** Runs the task that the command line names, as the launcher wants it, and ends the process: with 1 and one sentence when it fails. */
export function runTask(tasks: Tasks): void {
  perform(tasks, process.argv[2] ?? '').then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exit(1)
    },
  )
}
