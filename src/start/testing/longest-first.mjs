import { BaseSequencer } from 'vitest/node'

/** Begun last, these would be waited for while nothing else is left to run beside them. */
const longest = [
  ...['oracle-security.int', 'backup.int', 'auth-security.int', 'launch.int', 'order-model.int'],
  ...['looks.e2e', 'start.e2e', 'own-pages.e2e', 'links.e2e', 'admin-policy.e2e'],
  ...['recovery.proof', 'orders.proof', 'xss.proof', 'points.proof'],
]

const placeOf = ({ moduleId }) => {
  const at = longest.findIndex((name) => moduleId.includes(`/${name}.`))
  return at < 0 ? longest.length : at
}

/** The order of files on a machine that does not know yet how long each takes. */
export class LongestFirst extends BaseSequencer {
  async sort(files) {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}
