import { Refusal } from './say.mjs'

const oldest = [20, 19]

export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  throw new Refusal(`Node ${oldest.join('.')} or newer is needed, and this is Node ${version}.`)
}
