/** A refusal: one plain sentence for the person at the keyboard, then a non-zero exit. Never a stack. */
export class Refusal extends Error {
  name = 'Refusal'
}

export const say = (line = '') => process.stdout.write(`${line}\n`)

/** Says what is being done, does it, and says how long it took. */
export async function step(what, work) {
  const begun = performance.now()
  const result = await work()
  say(`  ${what} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
  return result
}

const fullDisk = new Set(['ENOSPC', 'EDQUOT', '53100'])
const noRight = new Set(['EACCES', 'EPERM', 'EROFS'])

/** However it was put: by Node, by Postgres to us, or by Postgres into its log. */
export const speaksOfFullDisk = (words) =>
  /No space left on device|Disk quota exceeded|ENOSPC|could not extend file|wrote only \d+ of/i.test(words)

/** The one sentence for `error`, or undefined when it is a bug and deserves its stack. */
export function sentenceFor(error) {
  if (error instanceof Refusal) return error.message
  if (fullDisk.has(error?.code) || speaksOfFullDisk(String(error?.message)))
    return `The disk is full: ${error.path ?? 'the database'} cannot be written.`
  if (noRight.has(error?.code) && error.path)
    return `${error.path} cannot be ${error.syscall === 'open' ? 'opened' : 'changed'} by this user (${error.code}).`
  return undefined
}

export function sayFailure(error) {
  const sentence = sentenceFor(error)
  process.stderr.write(sentence ? `\nMolini: ${sentence}\n` : `\n${error?.stack ?? error}\n`)
}
