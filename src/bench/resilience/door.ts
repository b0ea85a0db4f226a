import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * How whatever is behind the door answers. `well`: as it does. `down`: every connection breaks at once. `silent`: bytes
 * are taken and none come back. `garbage`: bytes that nobody could have asked for.
 */
export type Condition = 'well' | 'down' | 'silent' | 'garbage'

export interface Door {
  readonly port: number
  /** Holds for connections that are open, too. */
  set(condition: Condition): void
  close(): Promise<void>
}

/** The way to a service on this machine: a port of its own that can be shut. `target` is asked for with each connection. */
export async function openDoor(target: () => number): Promise<Door> {
  let condition: Condition = 'well'
  const visitors = new Set<Socket>()

  function pass(visitor: Socket): void {
    const service = createConnection(target(), '127.0.0.1')
    for (const [from, to] of [
      [visitor, service],
      [service, visitor],
    ] as const) {
      from.on('data', (bytes) => {
        if (condition === 'well') to.write(bytes)
      })
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
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
    if (condition === 'well') pass(visitor)
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
