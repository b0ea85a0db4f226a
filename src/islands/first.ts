import { choiceCookies } from '#domain/kept-keys'
import { readSeen } from './seen'

/**
 * Runs before the first paint: the kept choices of theme and size system, and whether there are shoes seen before, so that
 * nothing flashes or moves.
 */
const kept = (name: string): string | undefined =>
  new RegExp(`(?:^|; )${name}=([a-z]+)`).exec(document.cookie)?.[1]

const { dataset } = document.documentElement
dataset.script = ''
const theme = kept(choiceCookies.theme)
const sizes = kept(choiceCookies.sizes)
if (theme === 'light' || theme === 'dark') dataset.theme = theme
if (sizes) dataset.sizes = sizes

const shoe = /\/p\/([^/]+)$/.exec(location.pathname)?.[1]
const seen = shoe && readSeen()
if (seen) dataset.seen = seen.some(({ slug }) => slug !== shoe) ? 'some' : 'none'
