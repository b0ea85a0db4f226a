import { stringify } from 'qs-esm'
import type { Where } from 'payload'

type Params = Record<string, string | string[] | undefined>

/** The address of a list that shows only what `where` says. */
export function listAddress(collection: string, where: Where): string {
  const query = stringify({ where }, { addQueryPrefix: true })
  return `/admin/collections/${collection}${Object.keys(where).length ? query : ''}`
}

/** Whether the list shows just this selection at the moment. */
export function isShown(where: Where, params: Params | undefined): boolean {
  const wanted = new URLSearchParams(stringify({ where }))
  const shown = Object.entries(params ?? {}).filter(([name]) => name.startsWith('where'))
  const wantedEntries = [...wanted].filter(([name]) => name.startsWith('where'))
  if (wantedEntries.length !== shown.length) return false
  return wantedEntries.every(([name, value]) => String(params?.[name]) === value)
}

/** The address of what the list shows at the moment, on all its pages, as a file. */
export function exportAddress(collection: string, params: Params | undefined): string {
  const shown = Object.entries(params ?? {}).flatMap(([name, value]): [string, string][] =>
    (name.startsWith('where') || name === 'search') && typeof value === 'string' && value !== ''
      ? [[name, value]]
      : [],
  )
  const query = new URLSearchParams(shown).toString()
  return `/api/${collection}/export${query ? `?${query}` : ''}`
}
