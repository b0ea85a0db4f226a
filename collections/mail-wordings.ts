import { ValidationError, type Access, type CollectionBeforeChangeHook, type CollectionConfig } from 'payload'
import { isMailKind, mailKindNames, mailKinds, wordingFault } from '#domain/mail-wording'
import { locales } from '#domain/markets'
import { can, never, staffCan } from './access'
import { screen } from './admin-screens'
import { choiceField } from './fields'

const read: Access = ({ req: { user } }) => staffCan(user, 'content.write') || staffCan(user, 'orders.read')

interface Siblings {
  mail?: unknown
}

/** A text of a mail: no placeholder that the mail does not know, nothing that cannot be printed. */
const validWording =
  (longest: number) =>
  (value: unknown, { siblingData }: { siblingData: Partial<Siblings> }): string | true => {
    if (value === undefined || value === null || value === '') return true
    if (typeof value !== 'string') return 'This must be text.'
    if (value.length > longest) return `At most ${longest} characters.`
    if (/[^\P{Cc}\r\n\t]/u.test(value)) return 'This contains characters that cannot be printed.'
    return isMailKind(siblingData.mail) ? (wordingFault(siblingData.mail, value) ?? true) : true
  }

const oneLine =
  (longest: number) =>
  (value: unknown, options: { siblingData: Partial<Siblings> }): string | true =>
    typeof value === 'string' && /[\r\n]/.test(value)
      ? 'This must be one line.'
      : validWording(longest)(value, options)

/** One wording per mail and language: a second one would never be read. */
const once: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { mail, locale } = { ...originalDoc, ...data } as { mail: string; locale: string }
  const { docs } = await req.payload.find({
    collection: 'mail-wordings',
    where: {
      mail: { equals: mail },
      locale: { equals: locale },
      ...(originalDoc?.id && { id: { not_equals: originalDoc.id as string } }),
    },
    limit: 1,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  if (docs.length > 0)
    throw new ValidationError({
      collection: 'mail-wordings',
      errors: [
        { path: 'locale', message: 'This mail has words of its own in this language already: change those.' },
      ],
      req,
    })
  return data
}

/** What was asked for in the address of a new one. */
const asked =
  (name: 'mail' | 'locale') =>
  ({ req }: { req?: { query?: Record<string, unknown> } }): string | undefined => {
    const value = req?.query?.[name]
    return typeof value === 'string' ? value : undefined
  }

const languages = { en: 'English', it: 'Italian', de: 'German' } as const

/** Words of the shop's own for its mails. What is empty, and every mail without a row, stays as it is built in. */
export const MailWordings: CollectionConfig = {
  slug: 'mail-wordings',
  labels: { singular: 'Mail wording', plural: 'Mail wordings' },
  admin: {
    group: 'Content',
    useAsTitle: 'mail',
    defaultColumns: ['mail', 'locale', 'subject', 'updatedAt'],
    hideAPIURL: true,
    components: { beforeListTable: [screen('mail/mail-gallery#MailGallery')] },
  },
  access: {
    create: can('content.write'),
    read,
    update: can('content.write'),
    delete: can('content.write'),
    readVersions: never,
  },
  disableDuplicate: true,
  indexes: [{ fields: ['mail', 'locale'], unique: true }],
  hooks: { beforeChange: [once] },
  fields: [
    {
      type: 'row',
      fields: [
        choiceField(
          'mail',
          mailKindNames.map((value) => ({ value, label: mailKinds[value].label })),
          { required: true, defaultValue: asked('mail') },
        ),
        choiceField(
          'locale',
          locales.map((value) => ({ value, label: languages[value] })),
          { required: true, label: 'Language', defaultValue: asked('locale') },
        ),
      ],
    },
    { name: 'subject', type: 'text', maxLength: 150, validate: oneLine(150) },
    { name: 'heading', type: 'text', maxLength: 120, validate: oneLine(120) },
    {
      name: 'body',
      type: 'textarea',
      label: 'Text',
      maxLength: 4000,
      validate: validWording(4000),
      admin: {
        rows: 8,
        description:
          'Paragraphs with an empty line between them. Greeting, pairs, sums and the button stay as they are.',
      },
    },
    {
      name: 'preview',
      type: 'ui',
      admin: { components: { Field: screen('mail/wording-preview.client#WordingPreview') } },
    },
  ],
}
