import { Refusal, speaksOfFullDisk } from '../say.mjs'

/** As the database user, from a folder that it can always enter. */
export const asAccount = ({ account }) => ({
  cwd: account ? '/' : undefined,
  env: { ...withoutPostgresVariables(), LC_ALL: 'C' },
  ...(account && { uid: account.uid, gid: account.gid }),
})

const withoutPostgresVariables = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))

/** The telling line of what a Postgres program printed, as a refusal. */
export function failure(what, output) {
  if (speaksOfFullDisk(output)) return new Refusal('The disk is full: Postgres could not write its files.')
  const lines = output.trim().split('\n')
  const telling = lines.findLast((line) => /FATAL|PANIC|error:/i.test(line)) ?? lines.at(-1) ?? ''
  return new Refusal(`${what}: ${telling.replace(/^.*?(FATAL|PANIC|error):\s*/i, '')}`)
}
