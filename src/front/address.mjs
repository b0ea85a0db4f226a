export const pathOf = (url) => {
  const at = url.indexOf('?')
  return at < 0 ? url : url.slice(0, at)
}

export const queryOf = (url) => {
  const at = url.indexOf('?')
  return at < 0 ? '' : url.slice(at + 1)
}

/** One spelling for one address, so that escapes do not multiply it. What it escapes for good reason stays escaped. */
export function spell(path) {
  if (!path.includes('%')) return path
  try {
    return encodeURI(decodeURI(path)).replace(/%25([0-9a-f]{2})/gi, (_, code) => `%${code.toUpperCase()}`)
  } catch {
    return path
  }
}
