import { runTypescript } from './typescript-task.mjs'

/** `npm run bench`: measures a production server that it starts itself, on data of its own. */
export const bench = (_command, args) => runTypescript('src/bench/bench.ts', args)
