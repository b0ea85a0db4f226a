import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { DomainError } from '#domain/errors'
import { passwordLength, type PasswordFault } from '#domain/password'
import { findPasswordFault } from './known-passwords'

const derive = promisify(pbkdf2)

/** The form in which Payload 3.90 keeps passwords, so that either side can check what the other wrote. */
const prefix = 'pbkdf2-sha256-v1:'
const rounds = 600_000
const bytes = 32

export interface KeptPassword {
  hash: string
  salt: string
}

const length = `From ${passwordLength.min} to ${passwordLength.max} characters.`
const words: Readonly<Record<PasswordFault, string>> = {
  'too-short': length,
  'too-long': length,
  'too-common': 'This password is too easy to guess.',
}

/** Throws `validation.failed` for a password that is too short, too long, well known or made of the address. */
export async function checkPassword(password: string, email: string): Promise<void> {
  const fault = await findPasswordFault(password, [email])
  if (fault)
    throw new DomainError('validation.failed', { errors: [{ path: 'password', message: words[fault] }] })
}

const hashOf = async (password: string, salt: string): Promise<Buffer> =>
  derive(password, salt, rounds, bytes, 'sha256')

export async function hashPassword(password: string): Promise<KeptPassword> {
  const salt = randomBytes(32).toString('hex')
  return { salt, hash: `${prefix}${(await hashOf(password, salt)).toString('hex')}` }
}

/** Stands in for an account that is not there or has no password: checking takes as long and never succeeds. */
const nobody: KeptPassword = { salt: '0'.repeat(64), hash: `${prefix}${'0'.repeat(bytes * 2)}` }

/** Whether the password is right; takes the same time whether or not there is one to compare with. */
export async function isPassword(
  password: string,
  kept: Partial<KeptPassword> | undefined,
): Promise<boolean> {
  const known = kept?.hash?.startsWith(prefix) && kept.salt ? { hash: kept.hash, salt: kept.salt } : undefined
  const { hash, salt } = known ?? nobody
  const given = await hashOf(password, salt)
  const right = Buffer.from(hash.slice(prefix.length), 'hex')
  return known !== undefined && right.length === given.length && timingSafeEqual(right, given)
}
