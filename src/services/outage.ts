/** What drivers say where they give no code; the last one is Payload's, in a process that starts while the database is away. */
const silences = [
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed',
  'Error: cannot connect to Postgres',
]

/** A database that cannot be reached says so in words or codes of the network, not by SQLSTATE. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall, message, cause } = error as Error & { code?: unknown; syscall?: unknown }
  return (
    // Whatever keeps a connection from being made: at a socket of this machine also ENOENT, while a server starts.
    syscall === 'connect' ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'].includes(String(code)) ||
    silences.some((words) => message.startsWith(words)) ||
    isOutage(cause)
  )
}
