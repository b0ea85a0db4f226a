import { createHash } from 'node:crypto'
import { Secret } from 'otpauth'
import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { open, seal } from './sealed'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'
import { newSecret, stepOfCode, totpUri } from './totp'

/** Whose factor: a shopper's or that of a member of staff. */
export type Owner = { customerId: string } | { userId: string }

/** Minutes in which a begun factor is confirmed. */
const setUpMinutes = 30
const recoveryCodes = 10

const valuesOf = (owner: Owner): [string | null, string | null] =>
  'customerId' in owner ? [owner.customerId, null] : [null, owner.userId]
const own = '(customer_id = $1::uuid OR user_id = $2::uuid)'

const find: Statement = {
  name: 'factor-find',
  text: `SELECT id, sealed, confirmed_at IS NOT NULL AS "isOn" FROM second_factors
    WHERE ${own} AND (confirmed_at IS NOT NULL OR created_at > now() - make_interval(mins => ${setUpMinutes}))`,
}
const isOn: Statement = {
  name: 'factor-on',
  text: `SELECT (SELECT count(*)::int FROM second_factor_codes c WHERE c.factor_id = f.id) AS left
    FROM second_factors f WHERE ${own} AND confirmed_at IS NOT NULL`,
}
const begin: Statement = {
  name: 'factor-begin',
  text: `INSERT INTO second_factors (customer_id, user_id, sealed) VALUES ($1, $2, $3)`,
}
const dropBegun: Statement = {
  name: 'factor-drop-begun',
  text: `DELETE FROM second_factors WHERE ${own} AND confirmed_at IS NULL`,
}
const sweepOld: Statement = {
  name: 'factor-sweep',
  text: `DELETE FROM second_factors WHERE confirmed_at IS NULL AND created_at < now() - make_interval(mins => ${setUpMinutes}) RETURNING 1`,
}
const drop: Statement = { name: 'factor-drop', text: `DELETE FROM second_factors WHERE ${own} RETURNING id` }
const confirm: Statement = {
  name: 'factor-confirm',
  text: `UPDATE second_factors SET confirmed_at = now(), last_step = $2, sealed = $3
    WHERE id = $1 AND confirmed_at IS NULL RETURNING id`,
}
const keepCode: Statement = {
  name: 'factor-code',
  text: 'INSERT INTO second_factor_codes (factor_id, hash) VALUES ($1, $2)',
}
/** One statement, so that of two with one code one gets through. */
const useStep: Statement = {
  name: 'factor-step',
  text: 'UPDATE second_factors SET last_step = $2 WHERE id = $1 AND last_step < $2 RETURNING id',
}
const useCode: Statement = {
  name: 'factor-use-code',
  text: 'DELETE FROM second_factor_codes WHERE factor_id = $1 AND hash = $2 RETURNING factor_id',
}

interface Row {
  id: string
  sealed: string
  isOn: boolean
}
interface Sealed {
  secret: string
  /** Until the factor is confirmed. */
  codes?: string[]
}

const sealFactor = (what: Sealed): string => seal('second factor', JSON.stringify(what))

/** Nothing when it was sealed with another secret of the shop: codes for a lost device still count then. */
function openFactor(sealed: string): Sealed | undefined {
  try {
    return JSON.parse(open('second factor', sealed)) as Sealed
  } catch {
    return undefined
  }
}

const secretOf = ({ secret }: Sealed): Secret => Secret.fromHex(secret)

/** 50 random bits, easy to copy from paper: `K7QF3-M2XZA`. */
function newRecoveryCode(): string {
  const text = new Secret({ size: 7 }).base32.slice(0, 10)
  return `${text.slice(0, 5)}-${text.slice(5)}`
}
const tidyCode = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')
const hashOf = (factorId: string, code: string): string =>
  createHash('sha256')
    .update(`${factorId}:${tidyCode(code)}`)
    .digest('hex')

const wrongCode = () => new DomainError('second-factor.wrong')

/** Whether somebody has a second factor, and how many codes for a lost device are left. */
export async function factorOf(
  runner: Transaction | PayloadRequest,
  owner: Owner,
): Promise<{ codesLeft: number } | undefined> {
  const [row] = await run<{ left: number }>(runner, isOn, valuesOf(owner))
  return row && { codesLeft: row.left }
}

/** Begins a factor; one that was begun before is gone. It counts once `confirmFactor` has seen a code of it. Throws `second-factor.exists`. */
export const beginFactor = (req: PayloadRequest, owner: Owner): Promise<void> =>
  inTransaction(req, async (tx) => {
    if (await factorOf(tx, owner)) throw new DomainError('second-factor.exists')
    await run(tx, dropBegun, valuesOf(owner))
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode)
    const sealed = sealFactor({ secret: newSecret().hex, codes })
    await run(tx, begin, [...valuesOf(owner), sealed])
  })

export interface BegunFactor {
  /** For typing it into an app. */
  secret: string
  /** For the picture. */
  uri: string
  /** Each opens the account once when the device is lost. They are shown until the factor is confirmed, and never again. */
  codes: string[]
}

/** What to show to somebody who sets a factor up; nothing when none is begun, or one is on already. */
export async function begunFactor(
  req: PayloadRequest,
  owner: Owner,
  names: { issuer: string; account: string },
): Promise<BegunFactor | undefined> {
  const [row] = await run<Row>(req, find, valuesOf(owner))
  if (!row || row.isOn) return undefined
  const opened = openFactor(row.sealed)
  if (!opened) return undefined
  const secret = secretOf(opened)
  return { secret: secret.base32, uri: totpUri(secret, names), codes: opened.codes ?? [] }
}

/** Switches a begun factor on by a code of it. Throws `second-factor.wrong`. */
export async function confirmFactor(tx: Transaction, owner: Owner, code: string): Promise<void> {
  const [row] = await run<Row>(tx, find, valuesOf(owner))
  if (!row || row.isOn) throw wrongCode()
  const opened = openFactor(row.sealed)
  const step = opened && stepOfCode(secretOf(opened), code.trim(), new Date())
  if (!opened || step === undefined) throw wrongCode()
  const { secret, codes = [] } = opened
  const [kept] = await run(tx, confirm, [row.id, step, sealFactor({ secret })])
  if (!kept) throw wrongCode()
  for (const one of codes) await run(tx, keepCode, [row.id, hashOf(row.id, one)])
}

/**
 * Lets a code through, of the app or for a lost device, and never the same one again. Throws `second-factor.wrong`, for
 * somebody without a factor too. In a transaction that fails the code is not used up.
 */
export async function useFactor(tx: Transaction, owner: Owner, code: string): Promise<void> {
  const [row] = await run<Row>(tx, find, valuesOf(owner))
  if (!row?.isOn) throw wrongCode()
  const opened = openFactor(row.sealed)
  const step = opened && stepOfCode(secretOf(opened), code.trim(), new Date())
  const [used] =
    step === undefined
      ? await run(tx, useCode, [row.id, hashOf(row.id, code)])
      : await run(tx, useStep, [row.id, step])
  if (!used) throw wrongCode()
}

/** Forgets factors that were begun and not confirmed in time. Answers with how many. */
export const sweepBegun = async (req: PayloadRequest): Promise<number> =>
  (await run(req, sweepOld, [])).length

/** Takes a factor away, begun or on, with its codes. Answers whether there was one. */
export const dropFactor = async (tx: Transaction, owner: Owner): Promise<boolean> =>
  (await run(tx, drop, valuesOf(owner))).length > 0
