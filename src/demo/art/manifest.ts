import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import { pictureFolder } from './pictures'

const file = `${pictureFolder}/manifest.json`

/** What each committed picture was rendered from: path to stamp. */
export type Manifest = Record<string, string>

export const readManifest = (): Manifest =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {}

/** Sorted, one picture a line, so that a changed picture is a changed line. */
export function writeManifest(manifest: Manifest): void {
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => a.localeCompare(b)))
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`)
}
