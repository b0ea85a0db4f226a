import { Fragment, isValidElement, type ReactNode } from 'react'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')

const isVoid = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr'])
/** What React reads and never writes. */
const unwritten = new Set(['children', 'dangerouslySetInnerHTML', 'suppressHydrationWarning', 'ref'])
const renamed: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  autoFocus: 'autofocus',
  defaultChecked: 'checked',
}
/** Names that HTML reads in any case. Others with a capital would have to be spelled another way. */
const anyCase = new Set(
  'autoCapitalize autoComplete colSpan dateTime encType enterKeyHint fetchPriority hrefLang inputMode maxLength minLength rowSpan spellCheck srcSet tabIndex viewBox'.split(
    ' ',
  ),
)
const flags = new Set('autofocus checked disabled hidden multiple open readOnly required selected'.split(' '))
const addresses = new Set(['href', 'src', 'action', 'formAction'])
/** As React knows it. */
const asScript =
  /^[\u0000-\u001f ]*j[\r\n\t]*a[\r\n\t]*v[\r\n\t]*a[\r\n\t]*s[\r\n\t]*c[\r\n\t]*r[\r\n\t]*i[\r\n\t]*p[\r\n\t]*t[\r\n\t]*:/i

type Props = Readonly<Record<string, unknown>>

const refuse = (what: string): never => {
  throw new Error(`What is drawn as text has no ${what}`)
}

function styleOf(value: unknown): string {
  return Object.entries(value as Record<string, unknown>)
    .filter(([, one]) => one !== undefined && one !== null && one !== '')
    .map(([name, one]) =>
      name.startsWith('--') || typeof one === 'string'
        ? `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${String(one).trim()}`
        : refuse(`style ${name} in numbers`),
    )
    .join(';')
}

function attribute(name: string, value: unknown, isCustom: boolean): string {
  if (value === undefined || value === null || unwritten.has(name)) return ''
  if (typeof value === 'function') return refuse(`handler ${name}`)
  const written = renamed[name] ?? name
  if (name === 'style') return ` style="${escaped(styleOf(value))}"`
  if (/[A-Z]/.test(written) && !anyCase.has(written) && !flags.has(written)) return refuse(`property ${name}`)
  if (isCustom || flags.has(written)) {
    if (value === false) return ''
    if (value === true || flags.has(written)) return ` ${written}=""`
  } else if (typeof value === 'boolean' && !/^(?:aria-|data-|spellCheck$)/.test(name)) return ''
  const text = addresses.has(name) && asScript.test(String(value)) ? '#' : String(value)
  return ` ${written}="${escaped(text)}"`
}

/** The properties of a field as HTML has them: what it holds at first is its value. */
function fieldProps(type: string, { defaultValue, ...props }: Props, chosen: unknown): Props {
  if (type === 'input') return defaultValue === undefined ? props : { value: defaultValue, ...props }
  if (type === 'option')
    return {
      ...props,
      selected: chosen !== undefined && String(chosen) === String(props.value ?? props.children),
    }
  return props
}

function drawTag(type: string, given: Props, chosen: unknown): string {
  const isCustom = type.includes('-')
  const props = fieldProps(type, given, chosen)
  const begun = Object.entries(props).reduce(
    (text, [name, value]) => text + attribute(name, value, isCustom),
    `<${type}`,
  )
  if (isVoid.has(type)) return `${begun}/>`
  const html = (props.dangerouslySetInnerHTML as { __html: string } | undefined)?.__html
  const inside = type === 'textarea' ? (given.defaultValue as ReactNode) : (props.children as ReactNode)
  return `${begun}>${html ?? draw(inside, type === 'select' ? given.defaultValue : chosen)}</${type}>`
}

function draw(node: ReactNode, chosen: unknown): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'string') return escaped(node)
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) return node.reduce<string>((text, one: ReactNode) => text + draw(one, chosen), '')
  if (!isValidElement(node)) return refuse('such part')
  const { type, props } = node as { type: unknown; props: Props }
  if (typeof type === 'string') return drawTag(type, props, chosen)
  if (type === Fragment) return draw(props.children as ReactNode, chosen)
  if (typeof type !== 'function') return refuse('such component')
  return draw((type as (props: Props) => ReactNode)(props), chosen)
}

/**
 * Draws components that only draw props, at once and as text, for the one element that holds them and nothing else. React
 * draws a page three times over (into its own format, out of it, into HTML), and a listing has thousands of elements. Throws for what needs React: state, handlers, promises, parts for the browser. A test holds it to
 * what React writes.
 */
export const still = (node: ReactNode): { dangerouslySetInnerHTML: { __html: string } } => ({
  dangerouslySetInnerHTML: { __html: stillText(node) },
})

/** As `still`, the text alone. */
export const stillText = (node: ReactNode): string => draw(node, undefined)
