import type { CollectionConfig } from 'payload'
import { anyStaff, can, never } from './access'

const mostLines = 20
const longestLine = 40

/** Two words or more, each on a line of its own; a line may be a phrase when another is a single word. */
export function validSynonyms(value: unknown): string | true {
  const lines = String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length < 2) return 'At least two words, each on its own line.'
  if (lines.length > mostLines) return `At most ${mostLines} lines.`
  const long = lines.find((line) => line.length > longestLine)
  if (long) return `At most ${longestLine} characters on a line: ${long.slice(0, 20)}...`
  const odd = lines.find((line) => !/^[\p{L}\p{M}\p{N}' -]+$/u.test(line))
  if (odd) return `Letters, digits and spaces alone: ${odd}`
  return lines.some((line) => !line.includes(' ')) || 'One of the lines must be a single word.'
}

const tidy = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .split('\n')
        .map((line) => line.trim().replace(/\s+/g, ' '))
        .filter(Boolean)
        .join('\n')
    : value

/** Words that the search of the shop takes for one another. */
export const Synonyms: CollectionConfig = {
  slug: 'synonyms',
  labels: { singular: 'Synonym', plural: 'Synonyms' },
  admin: {
    group: 'Catalogue',
    useAsTitle: 'words',
    defaultColumns: ['words', 'updatedAt'],
    hideAPIURL: true,
    description: 'Who searches for one of these words also finds the others. Changes work at once.',
  },
  disableDuplicate: true,
  access: {
    read: anyStaff,
    create: can('catalog.write'),
    update: can('catalog.write'),
    delete: can('catalog.write'),
    readVersions: never,
  },
  fields: [
    {
      name: 'words',
      type: 'textarea',
      required: true,
      maxLength: 1000,
      validate: validSynonyms,
      hooks: { beforeValidate: [({ value }) => tidy(value)] },
      admin: {
        rows: 5,
        description: 'One word or phrase a line, in any language: sneaker, trainer, scarpe da ginnastica.',
      },
    },
  ],
}
