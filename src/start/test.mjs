/** The one test command: `node src/start/test.mjs <all|check|proof>`. */
import { checkout } from './checkout.mjs'
import { findProgram, installPackage } from './debian.mjs'
import { install } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { Refusal, say, sayFailure } from './say.mjs'
import { neutralEnvironment, runSteps } from './test-steps.mjs'

const node = process.execPath
const bin = (name) => `node_modules/${name}`
const step = (name, args, more = {}) => ({ name, args, ...more })
const vitest = (name, project, more = {}) =>
  step(name, [bin('vitest/vitest.mjs'), 'run', '--project', project], { ...more, hasTests: true })

/** Whole programs are read into memory: with room for what is young they take a tenth less time. */
const roomy = '--max-semi-space-size=64'
const lint = step('Lint', [roomy, bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'])
/** What only types tell, by the compiler that is a program of its own. */
const lintOfTypes = step('Lint, by types', [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '.'])
const format = step('Format', [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn'])
const rules = step('Dependency rules', [
  bin('dependency-cruiser/bin/dependency-cruise.mjs'),
  ...['src', 'collections', 'payload.config.ts', '--config', '.dependency-cruiser.mjs'],
])
/** By the compiler that is a program of its own: less than half the work of the one in JavaScript, which the linter asks. */
const types = [
  step('Route types', [bin('next/dist/bin/next'), 'typegen']),
  step('Types', [bin('typescript-7/bin/tsc'), '--noEmit', '--singleThreaded']),
]
const migrations = step('Migrations match', ['src/start/launch.mjs', 'migrate:check'])
/** Programs of one thread run beside each other; what is bound in time has the machine to itself. */
const fixed = [
  vitest('Unit', 'unit*'),
  [[lint], [migrations, ...types, lintOfTypes, format, rules]],
  vitest('Integration', 'integration*'),
]
const build = step('Production build', ['src/start/launch.mjs', 'build'])
const journeys = vitest('Browser journeys', 'e2e*', { needs: 'Production build' })
/** A second build, every screen of the admin, every page and picture of the shop: too long for each gate, which opens a part of them. */
const longJourneys = step(
  'Long journeys',
  [bin('vitest/vitest.mjs'), 'run', '--project', 'e2e', 'platform', 'admin-policy', 'links'],
  { needs: 'Production build', env: { MOLINI_PROOF: 'full' }, hasTests: true },
)
/** The tests that want a database with a pooler between; a few of them at each test, all of them as a proof. */
const pooled = (name, project, ...files) => ({
  name,
  args: [bin('vitest/vitest.mjs'), 'run', '--project', project, ...files],
  hasTests: true,
  program: 'pgbouncer',
})
const crowds = pooled('Races, pooled', 'races-pooled')
const proofs = (size, more = {}) =>
  vitest('Proofs', 'proof*', { ...more, env: { MOLINI_PROOF: size }, wants: ['pgbouncer', 'nginx'] })

const plans = {
  check: fixed,
  all: [
    ...fixed,
    crowds,
    pooled('Through a pooler', 'pooled', 'carts', 'forms'),
    build,
    journeys,
    proofs('tenth', { needs: 'Production build' }),
  ],
  proof: [
    build,
    longJourneys,
    crowds,
    pooled('Through a pooler', 'pooled*'),
    proofs('full', { needs: 'Production build' }),
  ],
}

/** What is installed where we may: the package of each program. */
const packages = { pgbouncer: 'pgbouncer', nginx: 'nginx-light' }

/** A step without the program that it is about is left out, and says so; tests that want one leave themselves out. */
function withPrograms(plan) {
  return plan.filter(({ name, program, wants = [] }) => {
    for (const one of program ? [program] : wants) if (!findProgram(one)) installPackage(packages[one], name)
    const isPossible = !program || findProgram(program) !== undefined
    if (!isPossible) say(`\n== ${name}\nnot run: ${program} is not installed`)
    return isPossible
  })
}

async function main([name]) {
  requireNode()
  const plan = plans[name]
  if (!plan) throw new Refusal(`Say one of: ${Object.keys(plans).join(', ')}.`)
  process.chdir(checkout)
  await install()
  if (plan.includes(journeys) || plan.includes(longJourneys))
    (await import('./chromium.mjs')).ensureChromium()
  const { passed, failed, lines, faults } = await runSteps(
    withPrograms(plan),
    node,
    await neutralEnvironment(),
  )
  say()
  for (const line of [...faults, ...lines]) say(line)
  say(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    sayFailure(error)
    process.exit(1)
  },
)
