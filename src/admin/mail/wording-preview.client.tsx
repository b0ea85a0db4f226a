'use client'

import { useFormFields } from '@payloadcms/ui'
import { isMailKind } from '#domain/mail-wording'
import { MailPreview } from './mail-preview.client'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Below the form of a wording: the mail as these words make it, saved or not. */
export function WordingPreview() {
  const fields = useFormFields(([all]) => ({
    mail: all.mail?.value,
    locale: text(all.locale?.value),
    subject: text(all.subject?.value),
    heading: text(all.heading?.value),
    body: text(all.body?.value),
  }))
  const { mail, locale, ...wording } = fields
  if (!isMailKind(mail) || locale === '')
    return <p className="m-muted">Choose the mail and its language to see it here.</p>
  return <MailPreview kind={mail} locale={locale} wording={wording} />
}
