import { performance } from 'node:perf_hooks'

export interface PagesInMemory {
  /** Nobody says what has changed, so nothing is kept. */
  isDeaf: boolean
  pages: number
  bytes: number
  /** Pages given from memory and pages drawn, since the start. */
  given: number
  drawn: number
}

export interface ServerForStaff {
  node: string
  /** Seconds since this process began. */
  uptime: number
  /** Bytes. */
  memory: number
  /** Share of the time since the start that the process was at work, 0 to 1. */
  busy: number
  /** Undefined where no pages are kept by us: in development, and on a platform with a server of its own. */
  pages?: PagesInMemory
}

/** The process that answers; others have figures of their own. */
export function getServer(): ServerForStaff {
  const cache = (globalThis as Record<symbol, unknown>)[Symbol.for('molini.page-cache')] as
    { report?: () => PagesInMemory } | undefined
  const pages = cache?.report?.()
  return {
    node: process.versions.node,
    uptime: performance.now() / 1000,
    memory: process.memoryUsage.rss(),
    busy: performance.eventLoopUtilization().utilization,
    ...(pages && { pages }),
  }
}
