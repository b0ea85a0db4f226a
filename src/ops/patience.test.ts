import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTime, Late, patience } from './patience'

/** As a process is that draws something long: it hears nothing meanwhile. */
function busyFor(millis: number): void {
  const end = performance.now() + millis
  while (performance.now() < end);
}

test('an answer that is there while this process is busy is not late', async () => {
  const answer = inTime(pause(20, 'well'))
  busyFor(1.5 * patience)
  await expect(answer).resolves.toBe('well')
})

test('what keeps a process waiting that can hear is late, and what comes afterwards changes nothing', async () => {
  const from = performance.now()
  await expect(inTime(pause(2 * patience).then(() => Promise.reject(new Error('gone'))))).rejects.toThrow(
    Late,
  )
  expect(performance.now() - from).toBeGreaterThan(0.99 * patience)
})

test('a fault of the database is told as it is', async () => {
  await expect(inTime(Promise.reject(new Error('refused')))).rejects.toThrow('refused')
})
