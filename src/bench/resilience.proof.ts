import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { env } from '#env'
import { allowed, conditions, longest, recovery, well } from './resilience/expected'
import { flowNames, flows, tried, type Ending, type FlowName } from './resilience/flows'
import { openGround, services, type Service } from './resilience/ground'
import { noteFigures } from './scoreboard/note-figure'

const isFull = env.MOLINI_PROOF === 'full'
/** A tenth of it: each service in one condition, the one that is hardest to notice for the database. */
const cases = services.flatMap((service) =>
  (isFull ? conditions : [service === 'database' ? ('silent' as const) : ('down' as const)]).map(
    (condition) => ({
      service,
      condition,
    }),
  ),
)

let opened: Awaited<ReturnType<typeof openGround>>
let doing: Record<FlowName, () => Promise<Ending>>

beforeAll(async () => {
  opened = await openGround(inject('dataRoot'))
  doing = flows(opened.ground)
})
afterAll(() => opened.close())

/** Everything at once, as at a busy shop; what ended otherwise than it may, and what took too long. */
async function faultsOf(may: (flow: FlowName) => readonly Ending[]): Promise<string[]> {
  const ends = await Promise.all(flowNames.map((name) => tried(doing[name])))
  return flowNames.flatMap((name, index) => {
    const { ending = 0, millis = 0 } = ends[index] ?? {}
    return may(name).includes(ending) && millis <= longest ? [] : [`${name}: ${ending} after ${millis} ms`]
  })
}

const asEver = () => faultsOf((flow) => [well[flow]])

/** Milliseconds until everything works: until the beginning of the first time that it did. */
async function untilWell(): Promise<number> {
  const from = performance.now()
  for (;;) {
    const at = performance.now() - from
    const faults = await asEver()
    if (faults.length === 0) return at
    if (at > 6 * recovery) throw new Error(`Still away: ${faults.join(', ')}`)
    await pause(100)
  }
}

test('while all is well everything ends well', async () => {
  expect(await asEver()).toEqual([])
})

test.for(cases)(
  'without $service ($condition) everything ends as it should, and as ever once it is back',
  async ({ service, condition }, context) => {
    const door = opened.doors[service as Service]
    door.set(condition)
    await pause(300)
    const faults = await faultsOf((flow) => allowed(service, flow))
    // Whatever they were, the next case begins with everything there.
    door.set('well')
    noteFigures(context, { endedOtherwise: faults.length })
    expect(faults).toEqual([])
    const millis = await untilWell()
    noteFigures(context, { wellAgainSeconds: millis / 1000 })
    expect(millis).toBeLessThan(recovery)
  },
)

test('afterwards the books agree, and every mail has left once', async () => {
  const { room, mail } = opened
  expect(await room.faults()).toEqual([])
  // Nobody waits for the next try of a mail that no process has in hand.
  const waiting = async () => {
    await room.one(
      `UPDATE emails SET next_attempt_at = now() WHERE status = 'queued' AND next_attempt_at > now() AND updated_at < now() - interval '5 seconds'`,
    )
    const [row] = await room.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM emails WHERE status = 'queued'`,
    )
    return row?.count ?? 0
  }
  for (let tries = 0; tries < 200 && (await waiting()) > 0; tries += 1) await pause(1_000)
  const rows = await room.one<{ status: string; id: string }>('SELECT status, message_id AS id FROM emails')
  expect(rows.filter(({ status }) => status !== 'sent')).toEqual([])
  expect([...new Set(mail.received)].sort()).toEqual(rows.map(({ id }) => id).sort())
})
