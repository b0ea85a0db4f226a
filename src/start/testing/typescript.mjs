/**
 * Preload that lets plain Node run our TypeScript: `node --import ./src/start/testing/typescript.mjs file.ts`.
 * The timer holds the event loop while the loader's worker still imports; without it Node 20 may end with
 * exit code 0 before a line of ours has run. A script that is done therefore ends itself.
 */
import module from 'node:module'

setInterval(() => {}, 2 ** 30)

// From Node 23.5 on tsx would use synchronous hooks, which spoil the names of built-in modules.
if ('registerHooks' in module) module.registerHooks = undefined
const { register } = await import('tsx/esm/api')
register()
