import { defineConfig } from 'vitest/config'
import { LongestFirst } from './src/start/testing/longest-first.mjs'

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

/** This compares what two answers take, to the millisecond: nothing runs beside it. */
const timed = ['src/ops/sign-in-time-security.int.test.ts']

/**
 * Nothing here replaces a module, but for these: they stand in for Next.js, hear what is compared, or read the environment
 * of a test.
 */
const unitAlone = [
  'src/app/api/_http/bearer.test.ts',
  'src/cache.test.ts',
  'src/ops/pool.test.ts',
  'src/services/payments/stripe.test.ts',
]
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

/** These say how long something takes, or load the machine with all that it has. The others of their kind run two at a time. */
const timedProofs = [
  ...['fresh-clone', 'full-disk', 'fuzz', 'pooler', 'races', 'replicas', 'resilience'],
  ...['several', 'sign-in', 'storms'],
].map((name) => `src/bench/${name}.proof.ts`)
/** These write into the checkout, or run three workers of their own. */
const wideProofs = ['commands', 'old-code'].map((name) => `src/start/${name}.proof.mjs`)
const proofsAlone = [...timedProofs, ...wideProofs]
const allProofs = ['src/bench/**/*.proof.ts', 'src/start/*.proof.{ts,mjs}']
/** At full size nothing runs beside what gives a figure. */
const twoAtATime = { maxWorkers: isFull ? 1 : 2 }
const oneByOne = { maxWorkers: 1 }
const proof = {
  ...integration,
  // Whoever is made here signs in at a shop of their own process.
  setupFiles: [...setupFiles, 'src/start/testing/worker-database.ts'],
  testTimeout: 1_800_000,
  hookTimeout: 300_000,
}

/** These say how long something takes, have to be quicker than a clock of the shop, or take all that the machine has. */
const journeysAlone = [
  ...['access', 'drain', 'front', 'held-pairs', 'launch'],
  ...['ordinary-start', 'past-the-end', 'vitals'],
].map((name) => `src/e2e/${name}.e2e.ts`)
/** All others run two at a time, each worker with a shop of its own. */
const journey = {
  globalSetup: ['src/start/testing/shop-setup.mjs'],
  setupFiles: ['src/start/testing/close-visitors.ts'],
  pool: 'forks' as const,
  testTimeout: 120_000,
  hookTimeout: 300_000,
}

/** All that want a database, as four projects: of those that share their modules, those that do not, those about pages, and what is timed. */
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
      exclude: [...exclude, ...alone, ...asksForTags, ...timed],
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
  {
    extends: true as const,
    test: { ...{ ...integration, ...more, ...oneByOne, name: `${name}-timed`, include: timed, exclude } },
  },
]

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
        test: { ...proof, ...twoAtATime, name: 'proof', include: allProofs, exclude: proofsAlone },
      },
      {
        extends: true,
        // Clones and installs: part of the proofs at full size.
        test: {
          ...{ ...proof, ...oneByOne, name: 'proof-alone', include: proofsAlone },
          exclude: isFull ? [] : ['src/bench/fresh-clone.proof.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...{ ...journey, ...twoAtATime, name: 'e2e', include: ['src/e2e/**/*.e2e.ts'] },
          isolate: false,
          // Makes a build of its own: part of the proofs at full size.
          exclude: [...journeysAlone, ...(isFull ? [] : ['src/e2e/platform.e2e.ts'])],
        },
      },
      { extends: true, test: { ...journey, ...oneByOne, name: 'e2e-alone', include: journeysAlone } },
    ],
  },
})
