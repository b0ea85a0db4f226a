import type { TextFieldServerProps } from 'payload'
import { staffFactor } from '#services/staff-factor'
import { isStaffLinked } from '#services/staff-google'
import { mayStaff } from '../staff'
import { DropStaffFactor } from './drop-staff-factor.client'
import { GooglePart } from './google-part'
import { SessionsPart } from './sessions-part'

const setUpPage = '/admin/second-factor'

/** How somebody of the staff signs in, on their own account page and, for owners, on everybody's. */
export async function SecondFactorPanel({ id, req }: TextFieldServerProps) {
  if (typeof id !== 'string' || !req.user) return null
  const isOwn = req.user.id === id
  if (!isOwn && !mayStaff(req.user, 'users.manage')) return null
  const { state, codesLeft } = await staffFactor(req, id)
  return (
    <section className="m-panel m-way-in">
      <div className="m-between">
        <h2>Second step at sign-in</h2>
        {isOwn ? (
          <a className="m-button" href={setUpPage}>
            {state === 'on' ? 'Change it' : 'Set it up'}
          </a>
        ) : null}
        {!isOwn && state === 'on' ? <DropStaffFactor userId={id} /> : null}
      </div>
      <p className="m-muted">{words[state](codesLeft)}</p>
      <GooglePart id={id} isOwn={isOwn} isLinked={await isStaffLinked(req, id)} />
      {isOwn && state !== 'missing' ? <SessionsPart req={req} userId={id} /> : null}
    </section>
  )
}

const words = {
  on: (left: number) =>
    `A code of the phone is asked for after the password. Codes for a lost phone that are left: ${left}.`,
  off: () => 'The password alone is enough.',
  missing: () => 'The shop asks this role for one. Until it is set up nothing else can be done.',
}
