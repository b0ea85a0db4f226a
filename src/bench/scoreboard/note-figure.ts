import type { TestContext } from 'vitest'

/** What a test has measured or counted, by name: the scoreboard reads it from the report of the run. */
export type Figures = Readonly<Record<string, number>>

declare module 'vitest' {
  interface TaskMeta {
    figures?: Figures
  }
}

export function noteFigures({ task }: TestContext, figures: Figures): void {
  task.meta.figures = { ...task.meta.figures, ...figures }
}
