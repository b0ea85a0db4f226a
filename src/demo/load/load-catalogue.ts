/** `npm run seed -- --products 100000`: fills the shop with a catalogue for load tests, in one transaction. */
import { env } from '#env'
import { holdMigrationLock } from '../../start/prepare/lock'
import { report } from '../../start/prepare/report'
import { loadCatalogue, wantedProducts } from './grow-catalogue'

async function main(args: readonly string[]): Promise<void> {
  report({ begun: true })
  const wanted = wantedProducts(args)
  const url = env.DATABASE_URL_UNPOOLED ?? env.DATABASE_URL
  const release = await holdMigrationLock(url)
  try {
    const seconds = performance.now()
    console.log(await loadCatalogue(url, wanted))
    console.log(`It took ${Math.round((performance.now() - seconds) / 1000)} s.`)
  } finally {
    await release()
  }
}

main(process.argv.slice(2)).then(
  () => {
    report({ done: 'load' })
    process.exit(0)
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
