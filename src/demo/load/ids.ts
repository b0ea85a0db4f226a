const kinds = { style: 1, product: 2, variant: 3, styleVersion: 4, productVersion: 5 } as const
export type Kind = keyof typeof kinds

const bits = 48n
const step = 0x9e37_79b9_7f4bn

/**
 * The id of the n-th row of a kind: the same at every run and never twice, since an odd factor permutes the numbers
 * below a power of two. Scattered like the shop's own ids, so that indexes are as good or bad as there.
 */
export function loadId(kind: Kind, n: number): string {
  const tail = BigInt.asUintN(Number(bits), BigInt(n) * step)
    .toString(16)
    .padStart(12, '0')
  return `10ad000${kinds[kind]}-0000-4000-8000-${tail}`
}

/** SQL that tells ids of the load-test catalogue from all others. */
export const isLoaded = (column: string): string => `${column}::text LIKE '10ad000%'`
