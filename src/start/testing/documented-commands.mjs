const on = (file, ...words) => ({ file, words })
const needs = (what) => ({ needs: what })
/** Says how fast or how good this machine is: it takes long, and ends in figures that `docs/promises.md` has. */
const measures = { measures: true }

const launched = 'src/start/launch.int.test.mjs'
const written = 'src/start/commands.proof.mjs'
const drill = 'src/start/recovery.proof.mjs'
const engine = needs('an engine for containers')
const supervisor = needs('systemd')

/**
 * Every command that a page tells somebody to type, as it stands there, and what shows that it works: the file of tests that
 * runs it, with words by which to find that; or what it needs that is not here; or that it measures.
 * @type {Record<string, { file: string, words: string[] } | { needs: string } | { measures: true }>}
 */
export const documentedCommands = {
  'npm ci': on('src/bench/fresh-clone.proof.ts', "'npm', ['install'"),
  'npm ci && npm run build': on('src/start/test.mjs', "'src/start/launch.mjs', 'build'"),
  'npm run build': on('src/start/test.mjs', "'src/start/launch.mjs', 'build'"),
  'npm start': on('src/start/testing/shop-setup.mjs', 'startShop({ dataDir'),
  'npm run build && npm start': on('src/start/testing/shop-setup.mjs', 'startShop({ dataDir'),
  'DATABASE_URL=... DATABASE_URL_UNPOOLED=... SEED_OWNER_EMAIL=... npm start': needs('an account of Neon'),
  'npm run dev': on('src/e2e/ordinary-start.e2e.ts', "command: 'dev'"),
  'npm test': on('.ci/run', 'exec npm test'),
  'npm run check': on('src/start/test.mjs', 'check: fixed', 'all: [\n    ...fixed'),
  'npm run proof': on('src/start/test.mjs', "proofs('full'", "proofs('tenth'"),
  'npm run check:supply': on(written, "'check:supply'"),
  'npm run check:supply -- --strict': needs('the registry'),
  'npm run migrate': on(launched, "launch('migrate'"),
  'npm run migrate:status': on(launched, "launch('migrate:status'"),
  'npm run migrate:create -- name': on(written, "'migrate:create'"),
  'npm run generate': on(written, "'generate'"),
  'npm run db:reset': on(written, "'db:reset'"),
  'npm run db:report': on('src/start/database-report.int.test.mjs', "'db:report'"),
  'npm run seed': on('src/start/testing/shop.mjs', "['seed', ...size]"),
  'npm run seed -- --products 100000': on('src/start/testing/shop.mjs', "['--products', String(products)]"),
  'npm run audit:verify': on('src/start/audit.int.test.mjs', "'audit:verify'"),
  'npm run audit:verify -- --holds <mark>': on('src/start/audit.int.test.mjs', "'--holds', mark"),
  'npm run staff:reset -- <address>': on('src/start/staff-reset.int.test.mjs', "'staff:reset'"),
  'npm run backup': on(drill, 'run(backup'),
  'npm run backup -- --adopt': on(drill, '`${backup} -- --adopt`'),
  'npm run backup:verify': on(drill, 'run(verify'),
  'npm run restore': on(drill, 'run(list'),
  'npm run restore -- --at <time>': on(drill, 'restoreEmpty'),
  'npm run restore -- --at 2099-01-01T00:00Z': on(drill, 'restoreEmpty'),
  'npm run restore -- --at 2099-01-01T00:00Z --replace': on(drill, 'restoreReplace'),
  'npm run restore -- --at <now> --configuration': on(drill, '--configuration'),
  'npm run recover': on(drill, 'newMachine'),
  'npm run recover -- --adopt': on(drill, 'newMachine'),
  'npm run scoreboard': measures,
  'npm run scoreboard -- --line 5,9': measures,
  'npm run scoreboard -- --quick': measures,
  'npm run scoreboard -- --json figures.json': measures,
  'npm run audit:pages': measures,
  'npm run bench': measures,
  'npm run bench -- --catalogue': measures,
  'npm run bench -- --cold': measures,
  'npm run bench -- --feeds': measures,
  'npm run bench -- --loss': measures,
  'npm run bench -- --pages': measures,
  'npm run bench -- --recovery': measures,
  'node src/islands/build.mjs': on('src/start/build.mjs', 'buildIslands()'),
  'openssl rand -hex 32': needs('OpenSSL'),
  'docker compose up -d --build': engine,
  'docker compose exec shop node src/start/launch.mjs backup': engine,
  'helm install shop deploy/helm/molini --set host=... --set image.repository=...': needs('a cluster'),
  'systemctl enable --now molini': supervisor,
  'systemctl restart molini': supervisor,
}

/** Calls of the Store API, which one test makes in their order. */
export const documentedCalls = on('src/e2e/documented-calls.e2e.ts', '## From a search to an order')
