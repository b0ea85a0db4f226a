import { say } from './say.mjs'

export function welcome(url, isDev, dataDir) {
  say()
  say(`  Shop      ${url}`)
  say(`  Admin     ${url}/admin`)
  say(`  Mailbox   ${url}${isDev ? '/dev/mail' : '/admin/collections/emails'}`)
  say(`  Data      ${dataDir}`)
  say()
}

/** Whoever sets a variable counts on what it does. @param {readonly string[]} names */
export function sayUnread(names) {
  if (names.length === 0) return
  say(`  Set, but read by nothing in this release: ${names.join(', ')} (docs/configuration.md)`)
}

/** At the start that made the owner, also when it failed later: the password is kept nowhere. */
export function introduce(owner) {
  if (!owner) return
  say(`  Sign in to the admin as ${owner.email}`)
  if (owner.password) say(`  with the password ${owner.password}   (shown this once)`)
  say()
}
