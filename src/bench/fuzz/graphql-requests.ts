import { createRequire } from 'node:module'
import type * as Graphql from 'graphql'
import type { GraphQLField, GraphQLInputType, GraphQLOutputType, GraphQLSchema } from 'graphql'
import { badTexts, badValues, type Pick } from './bad-values'

// The schema is made of the classes that Node finds; the test runner would find the other build of the package.
const { isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isScalarType } =
  createRequire(import.meta.url)('graphql') as typeof Graphql

const bare = (type: GraphQLOutputType): GraphQLOutputType =>
  isNonNullType(type) || isListType(type) ? bare(type.ofType as GraphQLOutputType) : type

/** A value that the schema takes, holding something that no column expects. */
function literal(pick: Pick, type: GraphQLInputType, levels = 3): string {
  if (isNonNullType(type)) return literal(pick, type.ofType, levels)
  if (isListType(type)) return `[${literal(pick, type.ofType, levels)}]`
  if (isEnumType(type)) return pick(type.getValues()).name
  if (isScalarType(type))
    return type.name === 'Int'
      ? pick(['-1', '0', '99999', '2147483647', '1'])
      : type.name === 'Float'
        ? pick(['-1', '1e300', '0.5'])
        : type.name === 'Boolean'
          ? pick(['true', 'false'])
          : JSON.stringify(pick(badTexts))
  if (!isInputObjectType(type) || levels === 0) return pick(['null', '{}', '1', '""'])
  const fields = Object.values(type.getFields())
  const chosen = [pick(fields), pick(fields)].filter((field, at, all) => all.indexOf(field) === at)
  return `{ ${chosen.map((field) => `${field.name}: ${literal(pick, field.type, levels - 1)}`).join(', ')} }`
}

/** Some of what can be selected, a few levels down. */
function selection(pick: Pick, type: GraphQLOutputType, levels: number): string {
  const inner = bare(type)
  if (!isObjectType(inner)) return ''
  const all = Object.values(inner.getFields())
  const fits = all.filter((field) => levels > 0 || !isObjectType(bare(field.type)))
  const chosen =
    fits.length > 0 ? [pick(fits), pick(fits)].filter((field, at, list) => list.indexOf(field) === at) : []
  if (chosen.length === 0) return '{ __typename }'
  return `{ ${chosen.map((field) => call(pick, field, levels - 1)).join(' ')} }`
}

function call(pick: Pick, field: GraphQLField<unknown, unknown>, levels: number): string {
  const given = field.args.filter((arg) => isNonNullType(arg.type) || pick([true, false, false]))
  const args = given.map((arg) => `${arg.name}: ${literal(pick, arg.type)}`).join(', ')
  return `${field.name}${args ? `(${args})` : ''} ${selection(pick, field.type, levels)}`
}

const nonsense = [
  '{',
  '}',
  // The whole schema is no secret outside production; that production keeps it is tested elsewhere.
  '{ __type(name: "NoSuchType") { name fields { name } } }',
  'query A { Brands { totalDocs } } query B { Brands { totalDocs } }',
  'subscription { x }',
  '{ Brands { docs { ...F } } } fragment F on Brand { ...F id }',
  `{ ${'Brands { docs { '.repeat(40)}`,
  `query (${'$a: Int '.repeat(500)}) { Brands { totalDocs } }`,
  `{ ${Array.from({ length: 400 }, (_, index) => `a${index}: Products { totalDocs }`).join(' ')} }`,
  `{ ${'...F '.repeat(300)} } fragment F on Query { Brands { totalDocs } }`,
  `{ Brands ${'@include(if: true) '.repeat(300)} { totalDocs } }`,
  '{ Brands(where: { OR: [{ AND: [{ OR: [{ AND: [{ id: { equals: "x" } }] }] }] }] }) { totalDocs } }',
  'query ($x: JSON) @skip(if: $x) { Brands { totalDocs } }',
]

/** One bad GraphQL call, from the schema there is. */
export function badGraphql(schema: GraphQLSchema, pick: Pick): { query: string; body: unknown } {
  const kind = pick(['query', 'query', 'query', 'mutation', 'nonsense', 'variables', 'batch'])
  if (kind === 'nonsense') {
    const query = pick([...nonsense, ...badTexts])
    return { query, body: { query } }
  }
  if (kind === 'batch') {
    const query = '{ Products { totalDocs } }'
    return { query, body: Array.from({ length: pick([1, 2, 50]) }, () => ({ query })) }
  }
  if (kind === 'variables') {
    const query =
      'query ($id: String!, $limit: Int) { Product(id: $id) { id } Products(limit: $limit) { docs { id } } }'
    return {
      query,
      body: pick([{ query, variables: { id: pick(badValues), limit: pick(badValues) } }, pick(badValues)]),
    }
  }
  const root = kind === 'mutation' ? schema.getMutationType() : schema.getQueryType()
  const fields = Object.values(root?.getFields() ?? {})
  const query = `${kind} { ${call(pick, pick(fields), 3)} }`
  return { query, body: { query } }
}
