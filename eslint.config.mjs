import next from 'eslint-config-next'
import tseslint from 'typescript-eslint'

const statesOverrideAccess = {
  selector:
    "CallExpression[callee.property.name=/^(find|findByID|findVersions|findVersionByID|findGlobal|create|update|updateGlobal|delete|count|duplicate)$/]:matches([callee.object.name='payload'], [callee.object.property.name='payload']):not(:has(Property[key.name='overrideAccess']))",
  message: 'State overrideAccess: the Local API allows everything when it is left out.',
}
const readsEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read the environment from #env.',
}
/** Rules about React, some of which compile the whole file: of use only where components and hooks are. */
const aboutReact = Object.fromEntries(
  next
    .flatMap(({ rules = {} }) => Object.keys(rules))
    .filter((name) => /^(react|react-hooks|jsx-a11y)\//.test(name))
    .map((name) => [name, 'off']),
)
const plain = { ignores: ['**/*.mjs', '**/*.cjs'] }

export default tseslint.config(
  {
    ignores: [
      '.next*/**',
      '.data/**',
      'node_modules/**',
      'migrations/**',
      'public/**',
      'coverage/**',
      'test-results/**',
      'next-env.d.ts',
      'src/payload-types.ts',
      'src/app/(payload)/**',
    ],
  },
  ...next,
  { rules: { 'import/no-anonymous-default-export': 'off' } },
  { files: ['**/*.ts', '**/*.mjs'], ignores: ['src/admin/**', 'src/components/**'], rules: aboutReact },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 200 }],
    },
  },
  {
    ...plain,
    rules: {
      'no-restricted-syntax': ['error', statesOverrideAccess, readsEnvironment],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-depth': ['error', 4],
      'max-params': ['error', 4],
    },
  },
  {
    // The launcher and tool settings hand the environment on; env.ts is its reader.
    files: ['src/env.ts', 'src/start/**', '*.config.ts', '*.config.mjs'],
    rules: { 'no-restricted-syntax': ['error', statesOverrideAccess] },
  },
  {
    // Drawing speaks of points and radii, which read best in a row.
    files: ['src/demo/art/**'],
    rules: { 'max-params': 'off' },
  },
  {
    // Islands improve plain pages that ship no framework, so their links are plain too.
    files: ['src/islands/**', 'src/components/**', 'src/app/**'],
    rules: {
      '@next/next/no-html-link-for-pages': 'off',
      // Our image route makes the sizes; one small script runs before the first paint.
      '@next/next/no-img-element': 'off',
      '@next/next/no-sync-scripts': 'off',
    },
  },
)
