import { SMTPServer } from 'smtp-server'

/** Keeps the name of each mail that it has taken. */
export async function startMailServer() {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let head = ''
      stream.on('data', (part: Buffer) => (head = (head + part.toString()).slice(0, 4_000)))
      stream.on('end', () => {
        received.push(/^message-id: <([^>]+)>/im.exec(head)?.[1] ?? '')
        done()
      })
    },
  })
  // Whoever sends may be killed amid a mail: the server goes on. What it did not take is sent again, which is counted.
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET') throw error
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    received,
    port: (server.server.address() as { port: number }).port,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
