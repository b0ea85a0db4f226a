import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach } from 'vitest'

const [hour, near] = [3_600_000, 20_000]

/**
 * No test of a file runs over a full hour: days end at one wherever the shop is, and parcels leave at one. Postgres tells
 * that time, so that a clock that stands still here would not do. One that is near is waited for.
 */
export function keepAwayFromTheHour(): void {
  beforeEach(async () => {
    const left = hour - (Date.now() % hour)
    await sleep(left < near ? left + 10 : 0)
  })
}
