const market = /^\/(de|it|uk|us)(?=\/|$)/
const pages = ['/not-found', '/unavailable']

/** The pages of the shop that are shown, each in its market, in the place of one that is missing or has failed. */
export const standIns = {
  /** @param {number} status @param {string} path */
  of: (status, path) => (market.exec(path)?.[0] ?? '') + (status === 404 ? '/not-found' : '/unavailable'),
  /** @param {string} path */
  has: (path) => pages.includes(path.replace(market, '')),
}
