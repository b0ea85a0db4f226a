import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { load, loadAll } from 'js-yaml'

/**
 * The manifests of a chart that uses no more of Helm's language than values and `quote` and `toJson`: anything else
 * throws. Helm itself is not needed to see what a chart becomes.
 */
export function renderChart(folder, values = {}) {
  const read = (...file) => readFileSync(join(folder, ...file), 'utf8')
  const scope = {
    Values: { ...load(read('values.yaml')), ...values },
    Release: { Name: 'shop', Revision: 1, Namespace: 'shop' },
    Chart: load(read('Chart.yaml')),
  }
  return readdirSync(join(folder, 'templates')).flatMap((file) =>
    loadAll(read('templates', file).replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, (_, words) => valueOf(words, scope))),
  )
}

const functions = { quote: JSON.stringify, toJson: JSON.stringify }

function valueOf(words, scope) {
  const [, before, path, after] = /^(?:(\w+) )?((?:\.\w+)+)(?: \| (\w+))?$/.exec(words) ?? []
  const name = before ?? after
  if (!path || (name && !functions[name])) throw new Error(`This is no template of ours: ${words}`)
  const value = path
    .split('.')
    .slice(1)
    .reduce((at, part) => at?.[part], scope)
  if (value === undefined) throw new Error(`There is no value ${path}`)
  return name ? functions[name](value) : String(value)
}
