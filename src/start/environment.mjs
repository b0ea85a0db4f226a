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
  const { parseEnvironment } = await importTypescript('../env/parse.ts')
  try {
    return parseEnvironment(source)
  } catch (error) {
    if (error.name === 'EnvironmentError') throw new Refusal(error.message)
    throw error
  }
}

/** The names of all variables that an operator may set. */
export const operatorVariables = async () =>
  Object.keys((await importTypescript('../env/schema.ts')).operatorVariables)

async function importTypescript(file) {
  // From Node 23.5 on tsx would use synchronous hooks, which spoil the names of built-in modules.
  if ('registerHooks' in module) module.registerHooks = undefined
  const { tsImport } = await import('tsx/esm/api')
  return tsImport(file, import.meta.url)
}
