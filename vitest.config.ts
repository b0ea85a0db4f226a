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
const setupFiles = ['src/start/testing/console-error-fails.ts']

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx,mjs}', 'collections/**/*.test.ts'],
          exclude: ['**/*.int.test.*'],
          env: unitEnvironment,
          setupFiles,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [
            'src/**/*.int.test.{ts,tsx,mjs}',
            'collections/**/*.int.test.ts',
            'migrations/**/*.int.test.ts',
          ],
          globalSetup: ['src/start/testing/cluster-setup.mjs'],
          setupFiles: [...setupFiles, 'src/start/testing/worker-database.ts'],
          env: { PAYLOAD_SECRET: secret, CRON_SECRET: secret },
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'proof',
          include: ['src/bench/**/*.proof.ts'],
          globalSetup: ['src/start/testing/cluster-setup.mjs'],
          setupFiles: [...setupFiles, 'src/start/testing/worker-database.ts'],
          env: { PAYLOAD_SECRET: secret, CRON_SECRET: secret },
          pool: 'forks',
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
