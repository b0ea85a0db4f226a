/** Longer questions are cut, as are sizes beyond three; pages beyond the highest are past any end. */
const most = { signs: 100, sizes: 3, page: 1_000_000 }
/** As in the path of a listing. */
const size = /^[a-z0-9][a-z0-9.-]{0,59}$/

/** What is typed in one spelling: a letter and its accent as one sign, one space between words, no half of a sign. */
const termIn = (text) =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, most.signs)
    .replace(/\p{Surrogate}/gu, '')
    .trim()

/**
 * What a search asks: the one reading of its query, for the page and for whoever keeps the page. What is no number is the first
 * page; a number past the end says so.
 * @param {{ q?: string | null, size?: string | null, page?: string | null }} given
 */
export function readAsked({ q, size: sizes, page }) {
  const number = (page ?? '').trim()
  return {
    q: termIn(q ?? ''),
    sizes: [...new Set((sizes ?? '').split(',').map((one) => one.trim()))]
      .filter((one) => size.test(one))
      .slice(0, most.sizes),
    page: /^0*[1-9]\d*$/.test(number) ? Math.min(Number(number), most.page) : 1,
  }
}

/**
 * The query of a search, in one spelling; empty when nothing is asked.
 * @param {ReturnType<typeof readAsked>} asked
 */
export const writeAsked = ({ q, sizes, page }) =>
  new URLSearchParams({
    ...(q && { q }),
    ...(sizes.length > 0 && { size: sizes.join() }),
    ...(page > 1 && { page: String(page) }),
  }).toString()
