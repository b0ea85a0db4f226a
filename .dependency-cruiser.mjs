/** Who may import whom: the table of the architecture page, one row per layer. */
export const may = {
  domain: [],
  catalogue: ['domain'],
  cache: [],
  services: ['domain', 'cache'],
  queries: ['domain', 'catalogue', 'cache', 'config'],
  collections: ['domain', 'services', 'cache'],
  components: ['domain'],
  islands: ['domain'],
  front: ['domain'],
  mail: ['domain', 'components'],
  admin: ['components', 'queries', 'services', 'domain', 'config'],
  ops: ['services', 'domain', 'cache', 'mail', 'messages'],
  app: [
    'domain',
    'services',
    'queries',
    'components',
    'islands',
    'front',
    'ops',
    'mail',
    'cache',
    'config',
    'messages',
  ],
  config: ['collections', 'ops', 'domain', 'services'],
}

const places = {
  collections: '^collections/',
  config: '^payload\\.config\\.ts$',
  cache: '^src/cache\\.ts$',
}
const at = (layer) => places[layer] ?? `^src/${layer}/`

const ours = '^(src/|collections/|payload\\.config\\.ts$)'
const env = '^src/(env\\.ts$|env/)'
const types = '^src/payload-types\\.ts$'
/** Tests may arrange and check with any layer; the table is about what ships. */
const test = '\\.(test|int\\.test|proof|e2e)\\.tsx?$'
const generated = '^src/app/\\(payload\\)/'

const forbid = (name, from, to) => ({ name, severity: 'error', from, to })

const rows = Object.entries(may).map(([layer, others]) =>
  forbid(
    `${layer}-imports-${others.join('-') || 'itself'}-alone`,
    { path: at(layer), pathNot: [test, generated] },
    { path: ours, pathNot: [at(layer), env, types, ...others.map(at)] },
  ),
)

export default {
  forbidden: [
    ...rows,
    forbid(
      'domain-uses-no-package',
      { path: at('domain'), pathNot: test },
      { pathNot: [at('domain'), types] },
    ),
    forbid(
      'catalogue-knows-no-shop',
      { path: at('catalogue'), pathNot: test },
      { path: [env, 'node_modules/(next|react|react-dom|payload|@payloadcms|pg)/'] },
    ),
    forbid(
      'components-stay-dumb',
      { path: at('components'), pathNot: test },
      { path: [env, 'node_modules/(payload|@payloadcms)/'] },
    ),
    forbid(
      'services-know-no-screen',
      { path: at('services'), pathNot: test },
      { path: 'node_modules/(next|react|react-dom)/' },
    ),
    forbid('ops-know-no-next', { path: at('ops'), pathNot: test }, { path: 'node_modules/next/' }),
    forbid('queries-write-nothing', { path: at('queries'), pathNot: test }, { path: at('services') }),
    forbid(
      'cache-alone-uses-next-cache',
      { path: ours, pathNot: [at('cache'), test] },
      { path: 'node_modules/next/cache\\.(js|d\\.ts)$' },
    ),
    forbid(
      'demo-and-bench-are-imported-by-nobody',
      { path: ours, pathNot: [at('demo'), at('bench'), at('start'), test] },
      { path: [at('demo'), at('bench')] },
    ),
    forbid('demo-and-bench-know-no-app', { path: [at('demo'), at('bench')] }, { path: at('app') }),
    forbid(
      'start-is-imported-by-no-screen-or-service',
      { path: ours, pathNot: [at('start'), at('bench'), at('demo'), at('e2e'), test] },
      { path: at('start') },
    ),
    forbid('no-cycles', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data|public|migrations)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
