import type { Material } from './materials'
import type { Coat, Hex, Part, Parts } from './colourways/colourway'

/** A part that a colourway does not name is cut from the same piece as another. */
const sameAs: Partial<Record<Part, Part>> = {
  band: 'overlay',
  bind: 'upper',
  bow: 'bind',
  cap: 'overlay',
  cloth: 'upper',
  collar: 'quarter',
  eyelet: 'quarter',
  eyestay: 'quarter',
  heel: 'overlay',
  mid: 'sole',
  outsole: 'sole',
  overlay: 'upper',
  pull: 'elastic',
  quarter: 'upper',
  rand: 'overlay',
  sock: 'lining',
  strap: 'upper',
  stripe: 'sole',
  tab: 'quarter',
  tongue: 'quarter',
  welt: 'sole',
  clip: 'overlay',
}

const usual: Partial<Record<Part, Coat>> = {
  elastic: 'elastic #1A1716',
  lace: 'lace #2A2420',
  lining: 'lining #C9A377',
  metal: 'metal #B59A62',
  slot: 'lining #0D0B0A',
  sole: 'edge #2A1F19',
  soleThread: 'thread #D9C7A0',
  bed: 'cork #B08A5C',
  thread: 'thread #8A7A64',
  toplift: 'rubber #1B1715',
}

/** What covers a part: its own coat, else that of the part it is cut from, else the usual one. */
export function coatOf(parts: Parts, part: Part): [Material, Hex] {
  const own = parts[part]
  if (own) return split(own)
  const source = sameAs[part]
  return source ? coatOf(parts, source) : split(usual[part] ?? parts.upper)
}

const split = (coat: Coat): [Material, Hex] => coat.split(' ') as [Material, Hex]
