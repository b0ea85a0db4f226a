import { existsSync } from 'node:fs'
import { inCheckout } from './checkout.mjs'
import { Refusal } from './say.mjs'

/** `.env` fills in what the shell did not set. */
export function readDotEnv() {
  const file = inCheckout('.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/** The environment by the schema of `src/env`, or a refusal that names every fault. */
export async function readEnvironment(source = process.env) {
  const { parseEnvironment } = await importTypescript('src/env/parse.ts')
  try {
    return parseEnvironment(source)
  } catch (error) {
    if (error.name === 'EnvironmentError') throw new Refusal(error.message)
    throw error
  }
}

/** The names of all variables that an operator may set. */
export const operatorVariables = async () =>
  Object.keys((await importTypescript('src/env/schema.ts')).operatorVariables)

/** In one piece and by no loader: that of Node.js 20 now and then never ends to load (DECISIONS.md 56). */
async function importTypescript(file) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    ...{ entryPoints: [inCheckout(file)], absWorkingDir: inCheckout(), bundle: true, write: false },
    ...{ format: 'esm', platform: 'node', target: 'node20', logLevel: 'silent' },
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}
