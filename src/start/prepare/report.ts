/** What the launcher hears from its helper process. */
export type Report =
  | { begun: true }
  | { progress: string }
  | { done: string }
  | { owner: { email: string; password: string | undefined } }
  | { failed: string }

/** To the launcher when it listens, else to the person at the keyboard. */
export function report(news: Report): void {
  if (process.send) process.send(news)
  else process.stdout.write(`${JSON.stringify(news)}\n`)
}
