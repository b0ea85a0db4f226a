import { runTypescript } from './typescript-task.mjs'

/** `npm run bench`: measures a production server that it starts itself, on data of its own. */
export const bench = (_command, args) => runTypescript('src/bench/bench.ts', args)

/** `npm run audit:pages`: what Lighthouse says of the main pages of such a server. */
export const auditPages = (_command, args) => runTypescript('src/bench/audit-pages.ts', args)

/** `npm run scoreboard`: the bars of a shop that may be relied on, each with its number. */
export const scoreboard = (_command, args) => runTypescript('src/bench/scoreboard/scoreboard.ts', args)
