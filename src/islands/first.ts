/** Runs before the first paint: the kept choices of theme and size system, so that nothing flashes. */
const kept = (name: string): string | undefined =>
  new RegExp(`(?:^|; )${name}=([a-z]+)`).exec(document.cookie)?.[1]

const { dataset } = document.documentElement
dataset.script = ''
const theme = kept('molini-theme')
const sizes = kept('molini-sizes')
if (theme === 'light' || theme === 'dark') dataset.theme = theme
if (sizes) dataset.sizes = sizes

export {}
