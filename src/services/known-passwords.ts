import { passwordFault, type PasswordFault } from '#domain/password'

let list: Promise<ReadonlySet<string>> | undefined

/** Passwords that were found in break-ins elsewhere, most often first: read once somebody chooses one, and kept. */
function knownPasswords(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map(String)),
  )
  return list
}

/** Digits and signs with which a word is made long enough; more of them are no longer tried first. */
const mostAround = 6

/** What stands in the list, alone or again and again, and with a few digits and signs around it. */
function formsOf(password: string): string[] {
  const word = password.toLowerCase()
  const core = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const forms = word.length - core.length <= mostAround ? [word, core] : [word]
  return forms.flatMap((form) => [form, /^(.{4,}?)\1+$/u.exec(form)?.[1] ?? form])
}

/**
 * What is wrong with a new password, if anything, the list of known ones included. It is asked here, and nothing of a
 * password leaves the shop. `own` as in `passwordFault`. Source: NIST SP 800-63B 5.1.1.2, OWASP ASVS 5.0 6.2.4.
 */
export async function findPasswordFault(
  password: string,
  own: readonly string[] = [],
): Promise<PasswordFault | undefined> {
  const fault = passwordFault(password, own)
  if (fault) return fault
  const known = await knownPasswords()
  return formsOf(password).some((form) => known.has(form)) ? 'too-common' : undefined
}
