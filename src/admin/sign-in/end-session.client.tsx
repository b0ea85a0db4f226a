'use client'

import { useVerb } from '../verb.client'

interface Props {
  path: string
  done: string
  words: string
  label?: string
}

/** Nothing is lost by it, so that nothing is asked first. */
function EndButton({ path, done, words, label }: Props) {
  const verb = useVerb(path, done)
  return (
    <div>
      <button
        type="button"
        className="m-button"
        aria-label={label}
        disabled={verb.busy}
        onClick={() => void verb.run({})}
      >
        {words}
      </button>
      {verb.refusal ? (
        <p className="m-refusal" role="alert">
          {verb.refusal}
        </p>
      ) : null}
    </div>
  )
}

/** Signs somebody out in one of their other browsers. */
export const EndSession = ({ id, label }: { id: string; label: string }) => (
  <EndButton
    path={`/users/sessions/${encodeURIComponent(id)}/end`}
    done="Signed out there"
    words="Sign out there"
    label={`Sign out there: ${label}`}
  />
)

/** Signs somebody out everywhere but here. */
export const EndOtherSessions = () => (
  <EndButton
    path="/users/sessions/end-others"
    done="Signed out everywhere else"
    words="Sign out everywhere else"
  />
)
