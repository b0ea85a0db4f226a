/** The last migration of the latest release: what comes later must leave its code running. */
export const released = '20261128_084500_passkeys'

/** What takes away something that the code of the release before may still read or write. */
const contracts = [
  /\bDROP\s+(?:TABLE|COLUMN|TYPE)\b/i,
  /\bRENAME\s+(?:TO|COLUMN|VALUE)\b/i,
  /\bALTER\s+COLUMN\s+"?\w+"?\s+(?:SET\s+DATA\s+)?TYPE\b/i,
  /\bALTER\s+COLUMN\s+"?\w+"?\s+SET\s+NOT\s+NULL\b/i,
  /\bADD\s+COLUMN\s+(?:IF\s+NOT\s+EXISTS\s+)?"?\w+"?(?![^;,]*\bDEFAULT\b)[^;,]*\bNOT\s+NULL\b/i,
]

/**
 * What the way up of a migration takes away, a statement each. One that says `-- contracts, unused since 1.2.0` has been
 * thought about: no code of that release or a later one uses it.
 */
export function contractionsOf(source) {
  const [up = ''] = source.split(/export async function down/)
  return up
    .split(';')
    .filter((statement) => contracts.some((one) => one.test(statement)))
    .filter((statement) => !/--\s*contracts, unused since \d+\.\d+\.\d+/.test(statement))
    .map((statement) => statement.trim())
}
