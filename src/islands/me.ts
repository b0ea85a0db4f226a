export interface Me {
  customer?: { firstName?: string; email?: string } | null
  cart?: { count: number } | null
  mySize?: string
  wishlist?: { count: number; slugs?: string[] }
}

let asked: Promise<Me | undefined> | undefined

/** What is personal on a page, asked for once. */
export const askMe = (): Promise<Me | undefined> =>
  (asked ??= fetch('/api/store/me')
    .then((answer) => (answer.ok ? (answer.json() as Promise<Me>) : undefined))
    .catch(() => undefined))
