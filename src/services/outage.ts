import { sqlStateOf } from './transaction'

/** What drivers say where they give no code; the last two are Payload's, which drops the code of whatever kept it from beginning. */
const silences = [
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed',
  'Error: cannot connect to Postgres',
  'Error: cannot begin transaction',
]

interface Said {
  code?: unknown
  severity?: unknown
  syscall?: unknown
}

/** A server that starts, or a line that ended: so a pooler says that it cannot reach its server. A statement alone is refused by 08P01, too. */
const isTurnedAway = (code: unknown, severity: unknown): boolean =>
  code === '57P03' || (severity === 'FATAL' && String(code).startsWith('08'))

/** A database that cannot be reached says so in words or codes of the network; by SQLSTATE only where something answers for it. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, severity, syscall, message, cause } = error as Error & Said
  return (
    // Whatever keeps a connection from being made: at a socket of this machine also ENOENT, while a server starts.
    syscall === 'connect' ||
    isTurnedAway(code, severity) ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'].includes(String(code)) ||
    silences.some((words) => message.startsWith(words)) ||
    isOutage(cause)
  )
}

/**
 * What passes by itself, or as soon as an operator has helped: the connection is gone (08), or the server shuts down or starts (57P), it has
 * no room, memory or connection left (53), it takes no writes (25006), and whoever came too late, or in the way of another.
 */
const passing = /^(08|53|57P)|^(25006|25P03|40001|40P01|55P03|57014)$/

/** A disk without room is an inner fault (XX000) where Postgres does not know why a write was cut short. */
function isFullDisk(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, message, cause } = error as Error & { code?: unknown }
  return code === 'XX000'
    ? /could not extend file|wrote only \d+ of|No space left on device|Disk quota exceeded/i.test(message)
    : isFullDisk(cause)
}

/**
 * The database cannot do now what may well be done later: whoever asks is told to come back (503), and nothing is wrong with what they
 * asked. Wider than `isOutage`, by which jobs leave everything to the next time: a statement that fills the disk may be theirs alone.
 */
export const isUnavailable = (error: unknown): boolean =>
  passing.test(sqlStateOf(error) ?? '') || isFullDisk(error) || isOutage(error)
