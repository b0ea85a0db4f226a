import { chainFaults } from '../services/audit-chain.mjs'
import { connectTo } from './database-state.mjs'
import { openGround } from './ground.mjs'
import { Refusal, say } from './say.mjs'

/** `<seq>:<hash>`, as an earlier run has printed it. */
const mark = /^(\d{1,15}):([0-9a-f]{64})$/

function readMark([flag, text]) {
  if (flag === undefined) return undefined
  const [, seq, hash] = mark.exec(text ?? '') ?? []
  if (flag !== '--holds' || seq === undefined)
    throw new Refusal('Say what an earlier run has printed: npm run audit:verify -- --holds <seq>:<hash>')
  return { seq, hash }
}

/** A chain that was cut at its end fits together: only who has kept its last mark can tell. */
async function requireMark(client, { seq, hash }) {
  const { rowCount } = await client.query('select from audit_entries where seq = $1 and hash = $2', [
    seq,
    hash,
  ])
  if (rowCount === 0)
    throw new Refusal(`Entry ${seq} is not what it was: the log was cut or written anew since then.`)
}

/**
 * `npm run audit:verify`: reads the whole audit log and ends with an error where an entry was changed, taken out or put in.
 * Prints the last mark; `-- --holds <mark>` also asks whether an earlier one is still there. Changes nothing.
 */
export async function verifyAudit(command, args) {
  const held = readMark(args)
  const { variables } = await openGround(command)
  const client = await connectTo(variables)
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows: faults } = await client.query(`${chainFaults} limit 20`)
    for (const { seq, fault } of faults)
      say(
        `  Entry ${seq} ${fault === 'hash' ? 'does not fit its seal: its content was changed' : 'does not follow the one before: something was taken out or put in'}`,
      )
    if (faults.length > 0) throw new Refusal('The audit log was tampered with.')
    if (held) await requireMark(client, held)
    const { rows } = await client.query('select seq, hash from audit_entries order by seq desc limit 1')
    const [last] = rows
    say(last ? `${last.seq} entries, unbroken. Keep elsewhere: ${last.seq}:${last.hash}` : 'No entries yet.')
  } finally {
    await client.end()
  }
}
