/**
 * What Vercel runs: migrations first, since old code serves on a newer schema but new code not on an older one; then the
 * build. A preview migrates the branch of the database that it has to itself, never the shop's own.
 */
import { run } from './vercel-steps.mjs'

run(process.env).catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
