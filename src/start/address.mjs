import { isFree, nextFree } from './ports.mjs'
import { Refusal, say } from './say.mjs'

/** The port that was asked for, or in development the next one that is free. */
export async function chooseAddress({ PORT, HOST, NEXT_PUBLIC_APP_URL, isLoopback }, isDev) {
  const isTaken = !(await isFree(PORT))
  if (isTaken && !isDev)
    throw new Refusal(`Port ${PORT} is taken by another program: stop it, or set PORT to another one.`)
  const port = isTaken ? await nextFree(PORT + 1) : PORT
  if (isTaken) say(`  Port ${PORT} is taken by another program; using ${port}`)
  const url = new URL(NEXT_PUBLIC_APP_URL)
  if (isTaken && Number(url.port) === PORT) url.port = String(port)
  const listen = HOST ?? (isLoopback ? '127.0.0.1,::1' : '0.0.0.0')
  return {
    url: url.origin,
    local: localUrl(listen, port),
    host: listen.split(',')[0],
    port,
    variables: { PORT: String(port), NEXT_PUBLIC_APP_URL: url.origin, MOLINI_LISTEN: listen },
  }
}

/** How this machine reaches its own server, given the addresses that it listens on. */
export function localUrl(listen, port) {
  const [host] = listen.split(',')
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
