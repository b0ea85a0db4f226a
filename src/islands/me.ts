export interface OwnFoot {
  /** The size made for the nearest foot is meant. */
  footMm?: number
  width?: string
  /** The smallest size made for a foot at least so long is meant. */
  leastMm?: number
}

export interface Me {
  customer?: { firstName?: string; email?: string } | null
  cart?: { count: number } | null
  mySize?: string
  /** Length of foot, by the segment of a shoe. */
  sizes?: Readonly<Record<string, OwnFoot | undefined>>
  wishlist?: { count: number; slugs?: string[] }
}

let asked: Promise<Me | undefined> | undefined

/** What is personal on a page, asked for once. */
export const askMe = (): Promise<Me | undefined> =>
  (asked ??= fetch('/api/store/me')
    .then((answer) => (answer.ok ? (answer.json() as Promise<Me>) : undefined))
    .catch(() => undefined))
