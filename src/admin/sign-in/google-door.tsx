import { hasGoogle } from '#services/google-client'
import { onwardPath } from '#domain/admin-path'
import { googleProblem } from './google-problem'

interface Props {
  searchParams?: Record<string, string | string[] | undefined>
}

/** Below the sign-in form, where the shop has keys of Google. */
export function GoogleDoor({ searchParams = {} }: Props) {
  if (!hasGoogle()) return null
  const problem = googleProblem(searchParams.problem)
  const onward = encodeURIComponent(onwardPath(searchParams.redirect))
  return (
    <div className="m-google">
      {problem ? (
        <p role="alert" className="m-refusal">
          {problem}
        </p>
      ) : null}
      <a className="m-button" href={`/api/users/google?redirect=${onward}`}>
        Sign in with Google
      </a>
    </div>
  )
}
