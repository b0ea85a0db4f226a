import { defineConfig } from 'vitest/config'

const secret = 'only-for-tests-and-never-for-a-shop'
/** As the launcher does: the version check of our own is `src/start/versions.test.ts`. */
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'

/** Unit tests touch no database: nobody listens at this address. */
const unitEnvironment = {
  DATABASE_URL: 'postgres://unit:unit@127.0.0.1:1/unit',
  PAYLOAD_SECRET: secret,
  CRON_SECRET: secret,
}
const isFull = process.env.MOLINI_PROOF === 'full'
const setupFiles = ['src/start/testing/console-error-fails.ts']

/** These put something else in the place of a module before anybody has loaded it, or need a process that knows no word. */
const alone = [
  'src/app/api/store/address-suggestions.int.test.ts',
  'src/app/api/store/stripe.int.test.ts',
  'src/app/api/store/wallet.int.test.ts',
  'src/app/page-statements.int.test.ts',
  'src/ops/pool-waits.int.test.ts',
  'src/queries/beside.int.test.ts',
  'src/queries/catalogue.int.test.ts',
  'src/queries/product-page.int.test.ts',
  'src/queries/search.int.test.ts',
]

/** These ask which pages a change has dropped, and share one stand-in for the cache of Next.js. */
const asksForTags = ['invalidation', 'invalidation-table', 'journal', 'price-campaigns', 'styles'].map(
  (name) => `collections/${name}.int.test.ts`,
)

/** Nothing here replaces a module, but for these: one stands in for Next.js, the client of the other reads the environment of a test. */
const unitAlone = ['src/cache.test.ts', 'src/services/payments/stripe.test.ts']
const unit = { env: unitEnvironment, setupFiles, maxWorkers: '100%' }

/** What these ask goes past a pooler, as it does in a shop: programs that are started, migrations and backups have the address of the server itself. */
const besideThePool = ['src/start/**', 'src/ops/backup/**']
/** Hundreds at once want a process that holds nothing else. */
const crowds = ['src/services/races.int.test.ts']
const throughPooler = { globalSetup: ['src/start/testing/pooler-setup.mjs'] }

/** On a real Postgres. Each file has a database of its own, whether or not it shares its worker's modules. */
const integration = {
  globalSetup: ['src/start/testing/cluster-setup.mjs'],
  setupFiles: [
    ...setupFiles,
    'src/start/testing/password-cost.ts',
    'src/start/testing/worker-database.ts',
    'src/start/testing/books-balance.ts',
  ],
  env: { PAYLOAD_SECRET: secret, CRON_SECRET: secret },
  pool: 'forks' as const,
  maxWorkers: 3,
  testTimeout: 60_000,
  hookTimeout: 120_000,
}

/** All that want a database, as three projects: of those that share their modules, those that do not, and those about pages. */
const withDatabase = (
  name: string,
  { exclude = [] as string[], ...more }: { exclude?: string[]; globalSetup?: string[] } = {},
) => [
  {
    extends: true as const,
    test: {
      ...{ ...integration, ...more, name },
      include: [
        'src/**/*.int.test.{ts,tsx,mjs}',
        'collections/**/*.int.test.ts',
        'migrations/**/*.int.test.ts',
      ],
      exclude: [...exclude, ...alone, ...asksForTags],
      isolate: false,
    },
  },
  {
    extends: true as const,
    test: { ...integration, ...more, name: `${name}-alone`, include: alone, exclude },
  },
  {
    extends: true as const,
    test: {
      ...{ ...integration, ...more, name: `${name}-tags`, include: asksForTags, exclude },
      setupFiles: [...integration.setupFiles, 'src/start/testing/dropped-tags.ts'],
      isolate: false,
    },
  },
]

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...unit,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx,mjs}', 'collections/**/*.test.ts'],
          exclude: ['**/*.int.test.*', ...unitAlone],
          isolate: false,
        },
      },
      { extends: true, test: { ...unit, name: 'unit-alone', include: unitAlone } },
      ...withDatabase('integration'),
      ...withDatabase('pooled', { ...throughPooler, exclude: [...besideThePool, ...crowds] }),
      { extends: true, test: { ...integration, ...throughPooler, name: 'races-pooled', include: crowds } },
      {
        extends: true,
        test: {
          ...integration,
          name: 'proof',
          // Whoever is made here signs in at a shop of their own process.
          setupFiles: [...setupFiles, 'src/start/testing/worker-database.ts'],
          include: ['src/bench/**/*.proof.ts', 'src/start/*.proof.{ts,mjs}'],
          // Clones and installs: part of the proofs at full size.
          exclude: isFull ? [] : ['src/bench/fresh-clone.proof.ts'],
          maxWorkers: 1,
          testTimeout: 1_800_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['src/e2e/**/*.e2e.ts'],
          // Makes a build of its own: part of the proofs at full size.
          exclude: isFull ? [] : ['src/e2e/platform.e2e.ts'],
          globalSetup: ['src/start/testing/shop-setup.mjs'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
