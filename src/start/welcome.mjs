import { say } from './say.mjs'

export function welcome(url, isDev, dataDir) {
  say()
  say(`  Shop      ${url}`)
  say(`  Admin     ${url}/admin`)
  say(`  Mailbox   ${url}${isDev ? '/dev/mail' : '/admin/collections/emails'}`)
  say(`  Data      ${dataDir}`)
  say()
}

/** At the start that made the owner, also when it failed later: the password is kept nowhere. */
export function introduce(owner) {
  if (!owner) return
  say(`  Sign in to the admin as ${owner.email}`)
  if (owner.password) say(`  with the password ${owner.password}   (shown this once)`)
  say()
}
