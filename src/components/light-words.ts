import { numberFormat } from '#domain/formats'
import type { Words } from './shop'

export interface Phrases {
  [key: string]: string | Phrases
}

const option = String.raw`(=?\w+) \{((?:[^{}]|\{\w+\})*)\}\s*`
const choice = new RegExp(String.raw`\{(\w+), (plural|select), ((?:${option})+)\}`, 'g')
const options = new RegExp(option, 'g')
const place = /\{(\w+)\}/g

function phraseOf(phrases: Phrases, key: string): string {
  const found = key
    .split('.')
    .reduce<string | Phrases | undefined>(
      (at, part) => (typeof at === 'object' ? at[part] : undefined),
      phrases,
    )
  return typeof found === 'string' ? found : key
}

/**
 * Words for the forms that run in the browser: places, plurals and choices, which is all that their phrases have. The library
 * that reads every phrase on the server weighs as much as the checkout itself; a test holds both to the same words.
 */
export function lightWords(locale: string, phrases: Phrases): Words {
  const numbers = numberFormat(locale)
  const rules = new Intl.PluralRules(locale)
  return (key, values = {}) =>
    phraseOf(phrases, key)
      .replace(choice, (_whole, name: string, kind: string, all: string) => {
        const value = values[name] ?? ''
        const words = new Map([...all.matchAll(options)].map(([, on = '', said = '']) => [on, said]))
        if (kind === 'select') return words.get(String(value)) ?? words.get('other') ?? ''
        const count = Number(value)
        const said = words.get(`=${count}`) ?? words.get(rules.select(count)) ?? words.get('other') ?? ''
        return said.replaceAll('#', numbers.format(count))
      })
      .replace(place, (whole, name: string) => String(values[name] ?? whole))
      .replaceAll("''", "'")
}
