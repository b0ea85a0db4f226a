import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * How whatever is behind the door answers. `well`: as it does. `down`: every connection breaks at once. `silent`: bytes
 * are taken and none come back. `slow`: it is asked at once, and each answer takes half a minute. `garbage`: bytes that
 * nobody could have asked for.
 */
export type Condition = 'well' | 'down' | 'silent' | 'slow' | 'garbage'

/** Milliseconds that an answer takes which is slow. */
export const slowness = 30_000

export interface Door {
  readonly port: number
  /** Holds for connections that are open, too. */
  set(condition: Condition): void
  close(): Promise<void>
}

const isHeard = (condition: Condition): boolean => condition === 'well' || condition === 'slow'

/** The way to a service on this machine: a port of its own that can be shut. `target` is asked for with each connection. */
export async function openDoor(target: () => number): Promise<Door> {
  let condition: Condition = 'well'
  const visitors = new Set<Socket>()

  function pass(visitor: Socket): void {
    const service = createConnection(target(), '127.0.0.1')
    visitor.on('data', (bytes) => {
      if (isHeard(condition)) service.write(bytes)
    })
    // What came late stays before what comes after it, also when all is well again.
    let last: Promise<unknown> = Promise.resolve()
    let late = 0
    service.on('data', (bytes) => {
      if (!isHeard(condition)) return
      if (condition === 'well' && late === 0) return void visitor.write(bytes)
      late += 1
      const wait = pause(condition === 'slow' ? slowness : 0, undefined, { ref: false })
      last = Promise.all([last, wait]).then(() => {
        late -= 1
        if (!visitor.destroyed) visitor.write(bytes)
      })
    })
    for (const end of ['error', 'close']) {
      visitor.on(end, () => service.destroy())
      service.on(end, () => void last.then(() => visitor.destroy()))
    }
  }

  function answer(visitor: Socket): void {
    if (condition === 'down') visitor.destroy()
    if (condition === 'garbage') visitor.end(Buffer.from('%\u0000\u0007 nothing that anybody speaks\r\n\r\n'))
  }

  const server = createServer((visitor) => {
    visitors.add(visitor)
    visitor.on('close', () => visitors.delete(visitor))
    visitor.on('error', () => undefined)
    if (isHeard(condition)) pass(visitor)
    else answer(visitor)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    port: (server.address() as AddressInfo).port,
    set: (now) => {
      const wasSilent = condition === 'silent'
      condition = now
      // What was held back would never come: who waits for it has to hear that the line is gone.
      if (now === 'well' && wasSilent) for (const visitor of visitors) visitor.destroy()
      else for (const visitor of visitors) answer(visitor)
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const visitor of visitors) visitor.destroy()
        server.close(() => resolve())
      }),
  }
}
