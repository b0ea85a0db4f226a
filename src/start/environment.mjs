import { existsSync } from 'node:fs'
import module from 'node:module'
import { inCheckout } from './checkout.mjs'
import { Refusal } from './say.mjs'

/** `.env` fills in what the shell did not set. */
export function readDotEnv() {
  const file = inCheckout('.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/** The environment by the schema of `src/env`, or a refusal that names every fault. */
export async function readEnvironment(source = process.env) {
  if ('registerHooks' in module) module.registerHooks = undefined
  const { tsImport } = await import('tsx/esm/api')
  const { parseEnvironment } = await tsImport('../env/parse.ts', import.meta.url)
  try {
    return parseEnvironment(source)
  } catch (error) {
    if (error.name === 'EnvironmentError') throw new Refusal(error.message)
    throw error
  }
}
