/** What a database says when it restarts; the pools connect again by themselves. */
const codes = new Set(['57P01', '57P02', '57P03', '08003', '08006', 'ECONNRESET', 'EPIPE'])
/** What the driver says where the line just ends; it gives no code. */
const words = ['Connection terminated', 'Client has encountered a connection error']

/** What a pooler says of a server that restarts; where no line ends by it, it is about a statement. */
const isOfPooler = ({ code, severity }) => code === '08P01' && severity === 'FATAL'

/**
 * Whether an error that nobody heard is no more than a connection to the database that was lost: on such a line nothing is under
 * way, as in a pool that is not guarded yet, and the process goes on.
 * @param {unknown} error
 */
export const isLostConnection = (error) =>
  error instanceof Error &&
  (codes.has(error.code) || isOfPooler(error) || words.some((begin) => error.message.startsWith(begin)))
