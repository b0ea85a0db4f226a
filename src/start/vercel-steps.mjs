import { runAloud } from './run.mjs'

/** The commands of the launcher for a build on Vercel: a build without a database of its own does not migrate. */
export function stepsFor({ VERCEL_ENV, DATABASE_URL }) {
  const migrates = DATABASE_URL && (VERCEL_ENV === 'production' || VERCEL_ENV === 'preview')
  return migrates ? ['migrate', 'build'] : ['build']
}

export async function run(environment) {
  for (const command of stepsFor(environment)) {
    const env = { ...environment, ...(command === 'migrate' && { MOLINI_DATA_DIR: '/tmp/molini' }) }
    const code = await runAloud(process.execPath, ['src/start/launch.mjs', command], { env })
    if (code !== 0) throw new Error(`${command} failed (${code})`)
  }
}
