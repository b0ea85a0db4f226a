import { refusalWords } from '../refusal-words'

/** What a sign-in with Google that failed is told in; nothing when the address carries no such problem. */
export const googleProblem = (problem: unknown): string | undefined =>
  typeof problem === 'string' && /^(google\.[a-z-]+|session\.stale)$/.test(problem)
    ? refusalWords({ status: 401, code: problem })
    : undefined
