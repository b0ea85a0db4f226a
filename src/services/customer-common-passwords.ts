/** What people choose when asked for twelve characters, without the digits and signs they put around it. */
const common = new Set(
  `password passwort passwords contrasena motdepasse passwordpassword passwortpasswort
  qwertyuiop qwertyuiopas qwertyqwerty qwertzuiop qwertzuiopue asdfghjkl asdfghjklqwerty zxcvbnm qazwsxedc
  qazwsxedcrfv letmein letmeinplease welcome welcomewelcome willkommen benvenuto iloveyou iloveyouforever
  tiamo ichliebedich sunshine princess football baseball superman batman trustno monkey dragon master
  administrator admin adminadmin changeme changemenow secret geheim segreto internet computer starwars
  abcdefghijkl abcdefghijklm abcabcabcabc molini molinimolini scarpe schuhe shoes sneakers`.split(/\s+/),
)

const keyboardRuns = [
  '01234567890123456789',
  '98765432109876543210',
  '1q2w3e4r5t6z7u8i9o0p',
  '1q2w3e4r5t6y7u8i9o0p',
]

/** Whether a password is one of those tried first: a common word with decoration, a run of keys, one thing repeated. */
export function isCommonPassword(password: string): boolean {
  const small = password.toLowerCase()
  const bare = small.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const isRepeated = /^(.{1,4})\1+.{0,3}$/u.test(small)
  return common.has(bare) || isRepeated || keyboardRuns.some((run) => run.includes(small))
}
