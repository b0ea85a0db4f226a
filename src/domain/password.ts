export const passwordLength = { min: 12, max: 128 } as const

export type PasswordFault = 'too-short' | 'too-long' | 'too-common'

/**
 * Starts of what people choose when a password must be long: the top of published lists of leaked passwords, cut to
 * the root that is repeated, counted up or closed with a year.
 */
const common = [
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'passwort',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  'zxcvbn',
  '1q2w3e',
  '1qaz2wsx',
  'letmein',
  'welcome',
  'benvenut',
  'willkommen',
  'administrator',
  'admin',
  'changeme',
  'iloveyou',
  'tiamo',
  'sunshine',
  'football',
  'baseball',
  'juventus',
  'monkey',
  'dragon',
  'princess',
  'superman',
  'starwars',
  'trustno1',
  'molini',
  'shoes',
  'abc123',
  'contraseña',
  'contrasena',
  'motdepasse',
  'segreto',
  'geheim',
  'ichliebedich',
  'internet',
  'computer',
  'batman',
  'scarpe',
  'schuhe',
  'sneakers',
  'secret',
  'default',
  'master',
  'login',
  'hello',
  'whatever',
]

/** Keys in the order in which they lie, there and back. */
const keyboardRuns = [
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1234567890qwertyuiop',
  '1234567890qwertzuiop',
  'qazwsxedcrfvtgbyhnujm',
  '1qaz2wsx3edc4rfv5tgb',
  '1q2w3e4r5t6y7u8i9o0p',
  '1q2w3e4r5t6z7u8i9o0p',
].flatMap((keys) => [keys, [...keys].reverse().join('')])

const isRun = (text: string): boolean => {
  const steps = [...text].slice(1).map((letter, at) => letter.charCodeAt(0) - text.charCodeAt(at))
  return steps.length > 0 && steps.every((step) => step === steps[0] && Math.abs(step) <= 1)
}

/** A word and then nothing but digits, signs or the word again: what every guessing program tries first. */
function isWellKnown(password: string): boolean {
  const word = password.toLowerCase()
  if (isRun(word) || isRun([...new Set(word)].join('')) || /^(.{1,4})\1+.{0,3}$/.test(word)) return true
  const letters = word.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')
  if (/^\d+$/.test(word) || keyboardRuns.some((keys) => keys.includes(letters))) return true
  return common.some((root) => {
    const rest = word.split(root).join('')
    return rest !== word && /^[\d\W_]*$/.test(rest)
  })
}

/**
 * What is wrong with a new password, if anything: 12 to 128 characters, none of the well known, no other rule of
 * composition. `own` are words about the person, such as the e-mail address: no password may be made of them.
 * Source: NIST SP 800-63B 5.1.1.2, OWASP ASVS 5.0 6.2.
 */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | undefined {
  if (password.length < passwordLength.min) return 'too-short'
  if (password.length > passwordLength.max) return 'too-long'
  const words = own.flatMap((word) => word.toLowerCase().split('@')).filter((word) => word.length >= 4)
  const bare = words.reduce((rest, word) => rest.split(word).join(''), password.toLowerCase())
  if (bare.length < 4 || isWellKnown(password)) return 'too-common'
  return undefined
}
