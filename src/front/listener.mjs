import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** The channel; whoever writes to the database directly may say it too: `NOTIFY molini_pages, 'catalogue'`. */
export const channel = 'molini_pages'
/** A payload of NOTIFY holds less than 8,000 bytes. */
const mostBytes = 7_500
const heartbeat = 2_000
const firstPause = 100
const longestPause = 1_000

/** Tags as payloads: the sender's name first where there is one, then one tag a line. */
export function toPayloads(sender, tags) {
  const payloads = []
  let payload = `@${sender}`
  for (const tag of new Set(tags)) {
    if (Buffer.byteLength(payload) + Buffer.byteLength(tag) + 1 > mostBytes) {
      payloads.push(payload)
      payload = `@${sender}`
    }
    payload += `\n${tag}`
  }
  payloads.push(payload)
  return payloads
}

export function fromPayload(payload) {
  const lines = payload.split('\n').filter(Boolean)
  return lines[0]?.startsWith('@') ? { sender: lines[0].slice(1), tags: lines.slice(1) } : { tags: lines }
}

/**
 * Keeps one connection that listens for what has changed, and says what changed here. While it is away nobody knows
 * what died: `onLost` is called, and `onListening` once it listens again; what had to be said meanwhile is said then.
 * @param {{ connectionString: string, onTags: (tags: string[]) => void, onListening: () => void, onLost: () => void,
 *   log?: (text: string) => void }} options
 */
export function openListener({ connectionString, onTags, onListening, onLost, log = console.warn }) {
  const self = randomUUID()
  const closing = new AbortController()
  let unsaid = new Set()
  /** @type {pg.Client | undefined} */
  let client

  async function say(on, tags) {
    for (const payload of toPayloads(self, tags))
      await on.query({ text: 'SELECT pg_notify($1, $2)', values: [channel, payload] })
  }

  async function sayUnsaid(on) {
    if (unsaid.size === 0) return
    const tags = unsaid
    unsaid = new Set()
    try {
      await say(on, tags)
    } catch (error) {
      for (const tag of tags) unsaid.add(tag)
      throw error
    }
  }

  function hear({ payload = '' }) {
    const { sender, tags } = fromPayload(payload)
    if (sender !== self) onTags(tags)
  }

  /** Until the connection ends, or does not answer. */
  async function listen() {
    const on = new pg.Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: heartbeat,
      application_name: 'molini pages',
    })
    const lost = new Promise((_, reject) => {
      on.once('error', reject)
      on.once('end', () => reject(new Error('the connection ended')))
    })
    lost.catch(() => {})
    on.on('notification', hear)
    try {
      await on.connect()
      await on.query(`LISTEN ${channel}`)
      await sayUnsaid(on)
      client = on
      onListening()
      for (;;) {
        await Promise.race([lost, pause(heartbeat, undefined, { signal: closing.signal })])
        await on.query('SELECT 1')
      }
    } finally {
      client = undefined
      on.removeListener('notification', hear)
      void on.end().catch(() => {})
    }
  }

  async function keepListening() {
    let wait = firstPause
    let wasListening = false
    while (!closing.signal.aborted) {
      const begun = Date.now()
      const fault = await listen().catch((error) => error)
      if (closing.signal.aborted) return
      onLost()
      const held = Date.now() - begun > heartbeat
      if (held || !wasListening)
        log(`Changes are not heard, pages are made anew for everybody: ${fault.message}`)
      wasListening = true
      wait = held ? firstPause : Math.min(wait * 2, longestPause)
      await pause(wait, undefined, { signal: closing.signal }).catch(() => {})
    }
  }

  void keepListening()
  return {
    async announce(tags) {
      for (const tag of tags) unsaid.add(tag)
      if (client) await sayUnsaid(client).catch(() => {})
    },
    close: () => closing.abort(),
  }
}
