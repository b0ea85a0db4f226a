import { setTimeout as pause } from 'node:timers/promises'
import { StoreFault, type FileStore } from './file-store'

/** How long one try may take, and how often and after what wait it is repeated. */
export interface Patience {
  /** Milliseconds of one try. */
  readonly within: number
  readonly tries: number
  /** Milliseconds before the second try; doubled for each further one. */
  readonly wait: number
}

/** Whoever waits for a picture has an answer within twenty seconds, from a store that is silent too. */
export const usualPatience: Patience = { within: 5_000, tries: 3, wait: 200 }

/** A line that carries less than a hundred bytes a millisecond counts as broken. */
const slowest = 100

const late = (): DOMException => new DOMException('Too late', 'TimeoutError')

async function inTime<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(late()), milliseconds)
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Does `work` within its time, again when it failed for what may pass. Everything that stores are asked is safe to
 * repeat; `work` hears which try it is. Time is longer when `bytes` are to be carried. Throws the last `StoreFault`.
 */
export async function patiently<T>(
  store: FileStore['name'],
  { within, tries, wait }: Patience,
  work: (signal: AbortSignal, attempt: number) => Promise<T>,
  bytes = 0,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTime(within + bytes / slowest, (signal) => work(signal, attempt))
    } catch (error) {
      const fault =
        error instanceof StoreFault ? error : new StoreFault(store, reasonOf(error), { cause: error })
      if (fault.isFinal || attempt >= tries) throw fault
      await pause(wait * 2 ** (attempt - 1))
    }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed'
  if (error.name === 'TimeoutError') return 'did not answer in time'
  const { code } = (error.cause ?? error) as { code?: string }
  return code ? `could not be reached (${code})` : 'broke the connection off'
}

/** The next part of a body; one that does not come within its time is a fault. */
async function nextPart(reader: ReadableStreamDefaultReader<Uint8Array>, within: number) {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), within)
  })
  try {
    return await Promise.race([reader.read(), tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** The bytes of an answer, of which the header says how many there are: less is a fault, not an end. */
export async function* bytesOf(
  store: FileStore['name'],
  answer: Response,
  within: number,
): AsyncGenerator<Uint8Array> {
  const expected = answer.headers.get('content-length')
  const reader = answer.body?.getReader()
  let seen = 0
  let isWhole = false
  try {
    while (reader) {
      const { done, value } = await nextPart(reader, within)
      if (done) break
      seen += value.byteLength
      yield value
    }
    isWhole = true
  } catch (error) {
    throw new StoreFault(store, 'broke a file off', { cause: error })
  } finally {
    if (!isWhole) void reader?.cancel().catch(() => undefined)
  }
  if (expected !== null && seen !== Number(expected)) throw new StoreFault(store, 'broke a file off')
}
