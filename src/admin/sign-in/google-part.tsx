import { hasGoogle } from '#services/google-client'
import { GoogleOutcome } from './google-outcome.client'
import { UnlinkGoogle } from './unlink-google.client'

interface Props {
  id: string
  isOwn: boolean
  isLinked: boolean
}

const linkDoor = '/api/users/google?for=link'

/** Whether Google opens the admin to this person, and how that is changed. */
export function GooglePart({ id, isOwn, isLinked }: Props) {
  if (!hasGoogle() && !isLinked) return null
  return (
    <>
      <GoogleOutcome />
      <div className="m-between">
        <p className="m-muted">
          {isLinked ? 'Google opens the admin, too.' : 'Google does not open the admin to this account yet.'}
        </p>
        {isLinked ? <UnlinkGoogle userId={id} isOwn={isOwn} /> : null}
        {isOwn && !isLinked ? (
          <a className="m-button" href={linkDoor}>
            Link Google
          </a>
        ) : null}
      </div>
    </>
  )
}
