import { hkdfSync, randomBytes } from 'node:crypto'
import { lock, unlock } from '#services/sealed'
import { parts } from '../storage/parts'

/**
 * Encryption of a stream: AES-256-GCM in pieces, each under a nonce of its number and whether it is the last, so that a
 * piece that is changed, moved, left out or cut off at the end is found. The key of a file is drawn from the secret and
 * the salt at its head (HKDF-SHA256). Source: the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár (2015).
 */
const magic = Buffer.from('MOLINI-1')
const [saltLength, tagLength, pieceLength] = [32, 16, 65_536]

/** The file is not what was written, or the secret is another one. */
export class SealBroken extends Error {
  override name = 'SealBroken'
}

const keyOf = (secret: string, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, 'molini backup', 32))

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(number), 3)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

/** `content`, encrypted under `secret`. */
export async function* seal(content: AsyncIterable<Uint8Array>, secret: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltLength)
  const key = keyOf(secret, salt)
  const close = (piece: Buffer, number: number, isLast: boolean): Buffer =>
    lock(piece, { key, nonce: nonceOf(number, isLast) })
  yield Buffer.concat([magic, salt])
  let number = 0
  let held: Buffer | undefined
  for await (const piece of parts(content, pieceLength)) {
    if (held) yield close(held, number++, false)
    held = piece
  }
  yield close(held ?? Buffer.alloc(0), number, true)
}

/** What `seal` was given. Throws `SealBroken` as soon as something is not as it was written, and at a missing end. */
export async function* unseal(sealed: AsyncIterable<Uint8Array>, secret: string): AsyncGenerator<Buffer> {
  const pieces = parts(
    withoutHead(sealed, (head) => (key = openHead(head, secret))),
    pieceLength + tagLength,
  )
  let key: Buffer | undefined
  const open = (piece: Buffer, number: number, isLast: boolean): Buffer => {
    if (!key || piece.byteLength < tagLength) throw new SealBroken('The end of the file is missing')
    try {
      return unlock(piece, { key, nonce: nonceOf(number, isLast) })
    } catch (error) {
      throw new SealBroken('The file was changed or cut off, or BACKUP_KEY is another one', { cause: error })
    }
  }
  let number = 0
  let held: Buffer | undefined
  for await (const piece of pieces) {
    if (held) yield open(held, number++, false)
    held = piece
  }
  yield open(held ?? Buffer.alloc(0), number, true)
}

function openHead(head: Buffer, secret: string): Buffer {
  if (!head.subarray(0, magic.byteLength).equals(magic)) throw new SealBroken('This is no backup of Molini')
  return keyOf(secret, head.subarray(magic.byteLength))
}

async function* withoutHead(
  content: AsyncIterable<Uint8Array>,
  onHead: (head: Buffer) => void,
): AsyncGenerator<Uint8Array> {
  const length = magic.byteLength + saltLength
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const part of content) {
    if (!head) {
      yield part
      continue
    }
    head = Buffer.concat([head, part])
    if (head.byteLength < length) continue
    onHead(head.subarray(0, length))
    if (head.byteLength > length) yield head.subarray(length)
    head = undefined
  }
  if (head) throw new SealBroken('This is no backup of Molini')
}
