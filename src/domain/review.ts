import { DomainError } from './errors'

export const reviewStatuses = ['pending', 'approved', 'rejected'] as const
export type ReviewStatus = (typeof reviewStatuses)[number]

export const reviewTransitions: Readonly<Record<ReviewStatus, readonly ReviewStatus[]>> = {
  pending: ['approved', 'rejected'],
  approved: ['rejected'],
  rejected: ['approved'],
}

/** The next status of a review. Throws `review.state` when the table forbids the move. */
export function advanceReview(from: ReviewStatus, to: ReviewStatus): ReviewStatus {
  if (!reviewTransitions[from].includes(to)) throw new DomainError('review.state', { from, to })
  return to
}

/** How a pair turned out against its size: `small` runs small, `large` runs large. */
export const fits = ['small', 'true', 'large'] as const
export type Fit = (typeof fits)[number]
export const isFit = (value: unknown): value is Fit => fits.some((fit) => fit === value)

/** Characters, photos, millimetres. */
export const reviewLimits = {
  ...{ name: 40, title: 100, text: 3000, answer: 2000, reason: 300, photos: 3 },
  foot: { least: 100, most: 340 },
} as const

/** Reviews of a page; a few of them stand on the page of the shoe itself. */
export const reviewPaging = { page: 10, first: 4 } as const

/** Days after which a buyer is asked, and beyond which nobody is asked any more. */
export const inviteWindow = { after: 10, until: 90 } as const

/** `stars[0]` counts one star, `stars[4]` five. */
export type StarCounts = readonly [number, number, number, number, number]

/** The mean of all stars to one decimal; undefined while there are none. */
export function averageStars(stars: StarCounts): number | undefined {
  const count = stars.reduce((sum, one) => sum + one, 0)
  const points = stars.reduce((sum, one, index) => sum + one * (index + 1), 0)
  return count === 0 ? undefined : Math.round((points * 10) / count) / 10
}

/** Below so many voices a scale would be a guess. Source: FEATURES F14. */
export const fewestFitVoices = 10

export interface FitScale {
  /** From -1, all say it runs small, to 1, all say it runs large. */
  position: number
  count: number
}

/** Where the pairs of a style sit between small and large; undefined below `fewestFitVoices`. */
export function fitScale(voices: Readonly<Record<Fit, number>>): FitScale | undefined {
  const count = voices.small + voices.true + voices.large
  if (count < fewestFitVoices) return undefined
  return { position: Math.round(((voices.large - voices.small) * 100) / count) / 100, count }
}

/** Which words a place on the scale stands for. */
export const fitWord = ({ position }: FitScale): Fit =>
  position <= -0.34 ? 'small' : position >= 0.34 ? 'large' : 'true'

/** A name as it may stand under a review while the buyer has not chosen one: `Ada R.` */
export const reviewerName = (firstName: string, lastName: string): string =>
  [firstName.trim(), lastName.trim() && `${[...lastName.trim()][0]?.toUpperCase()}.`]
    .filter(Boolean)
    .join(' ')
    .slice(0, reviewLimits.name)
