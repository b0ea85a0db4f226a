import type { BeforeListTableServerProps } from 'payload'
import Link from 'next/link'
import { isMailKind, mailKindNames, mailKinds, type MailKind } from '#domain/mail-wording'
import { locales, type Locale } from '#domain/markets'
import { getOwnWordings, type OwnWording } from '#queries/admin-mails'
import { mayStaff } from '../staff'
import { MailPreview } from './mail-preview.client'

const names: Readonly<Record<Locale, string>> = { en: 'English', it: 'Italian', de: 'German' }
const list = '/admin/collections/mail-wordings'

const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

/** Every mail of the shop in every language: to be looked at with sample data, and worded. */
export async function MailGallery({ payload, user, searchParams }: BeforeListTableServerProps) {
  if (!mayStaff(user, 'content.write') && !mayStaff(user, 'orders.read')) return null
  const own = await getOwnWordings(payload, user ?? null)
  const mayWrite = mayStaff(user, 'content.write')
  const mail = one(searchParams?.mail)
  const locale = locales.find((other) => other === one(searchParams?.locale))
  return (
    <div className="m-order m-gallery">
      {isMailKind(mail) && locale ? (
        <Chosen mail={mail} locale={locale} own={own} mayWrite={mayWrite} />
      ) : null}
      <section className="m-panel">
        <h2>All mails</h2>
        <div className="m-scroll">
          <table className="m-table">
            <thead>
              <tr>
                <th>Mail</th>
                {locales.map((language) => (
                  <th key={language}>{names[language]}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {mailKindNames.map((kind) => (
                <tr key={kind}>
                  <td>{mailKinds[kind].label}</td>
                  {locales.map((language) => (
                    <td key={language}>
                      <Link
                        href={`${list}?mail=${kind}&locale=${language}`}
                        prefetch={false}
                        aria-label={`Preview ${mailKinds[kind].label} in ${names[language]}`}
                      >
                        Preview
                      </Link>
                      {wordingOf(own, kind, language) ? <span className="m-second">Own words</span> : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <h2>Words of the shop’s own</h2>
    </div>
  )
}

const wordingOf = (own: readonly OwnWording[], mail: MailKind, locale: Locale) =>
  own.find((wording) => wording.mail === mail && wording.locale === locale)

interface ChosenProps {
  mail: MailKind
  locale: Locale
  own: readonly OwnWording[]
  mayWrite: boolean
}

function Chosen({ mail, locale, own, mayWrite }: ChosenProps) {
  const wording = wordingOf(own, mail, locale)
  const { subject, heading, body } = wording ?? {}
  return (
    <section className="m-panel">
      <h2>
        {mailKinds[mail].label}, {names[locale]}
      </h2>
      <p className="m-muted">
        {wording ? 'With words of the shop’s own.' : 'With the built-in words.'} The data is made up.
      </p>
      <p className="m-buttons">
        {mayWrite ? (
          <Link
            className="m-button"
            href={wording ? `${list}/${wording.id}` : `${list}/create?mail=${mail}&locale=${locale}`}
            prefetch={false}
          >
            {wording ? 'Change the words' : 'Write own words'}
          </Link>
        ) : null}
        <Link className="m-button" href={list} prefetch={false}>
          Close
        </Link>
      </p>
      <MailPreview
        key={`${mail} ${locale}`}
        kind={mail}
        locale={locale}
        wording={{ subject, heading, body }}
      />
    </section>
  )
}
