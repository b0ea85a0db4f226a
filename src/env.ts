import { EnvironmentError, parseEnvironment, type Environment } from './env/parse'

type Needed = 'DATABASE_URL' | 'PAYLOAD_SECRET' | 'CRON_SECRET'
export type Env = Omit<Environment, Needed> & Record<Needed, string>

/** A build reads and signs nothing that is kept, so it may run without a database and without secrets. */
const standIns: Record<Needed, string> = {
  DATABASE_URL: 'postgres://build:build@127.0.0.1:1/build',
  PAYLOAD_SECRET: 'used-while-building-and-never-after-it',
  CRON_SECRET: 'used-while-building-and-never-after-it',
}

function requireNeeded(environment: Environment): Env {
  const faults: string[] = []
  const need = (name: Needed): string => {
    const value = environment[name] ?? (environment.isBuilding ? standIns[name] : undefined)
    if (value === undefined) faults.push(`${name}: is missing; npm run dev and npm start provide it`)
    return value ?? ''
  }
  const complete = {
    ...environment,
    DATABASE_URL: need('DATABASE_URL'),
    PAYLOAD_SECRET: need('PAYLOAD_SECRET'),
    CRON_SECRET: need('CRON_SECRET'),
  }
  if (faults.length > 0) throw new EnvironmentError(faults)
  return complete
}

/** The environment, parsed once. `process.env` is taken as a whole, so that no build inlines a value. */
export const env: Env = requireNeeded(parseEnvironment(process.env))

/** True in a Next.js server or build, false in command lines, workers and tests. Next.js sets it at build. */
export const insideNext = process.env.NEXT_RUNTIME !== undefined
