import {
  GraphQLError,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'

interface Size {
  levels: number
  fields: number
  aliases: number
}

const most: Size = { levels: 8, fields: 200, aliases: 20 }
const boundless: Size = { levels: Infinity, fields: Infinity, aliases: Infinity }

/**
 * Whether there is staff at all, reset mails, screen preferences and what one may do: the admin has them over REST,
 * nobody else needs them, and Payload falls over some of them.
 */
const closed =
  /^(initialized\w*|(forgotPassword|resetPassword|unlock|verifyEmail)\w+|Preference|(update|delete)Preference|Access|docAccess\w+)$/

const add = (a: Size, b: Size): Size => ({
  levels: Math.max(a.levels, b.levels),
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
})

/** How large a selection is with every fragment written out; one that names itself is boundless. */
function sizeOf(document: DocumentNode): (set: SelectionSetNode) => Size {
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === 'FragmentDefinition')
      .map((node) => [node.name.value, node]),
  )
  const known = new Map<string, Size>()
  const ofFragment = (name: string): Size => {
    const found = known.get(name)
    if (found) return found
    known.set(name, boundless)
    const fragment = fragments.get(name)
    const size = fragment ? ofSet(fragment.selectionSet) : { levels: 0, fields: 0, aliases: 0 }
    known.set(name, size)
    return size
  }
  const ofSet = (set: SelectionSetNode): Size =>
    set.selections
      .map((node): Size => {
        if (node.kind === 'FragmentSpread') return ofFragment(node.name.value)
        const inner = node.selectionSet ? ofSet(node.selectionSet) : { levels: 0, fields: 0, aliases: 0 }
        if (node.kind === 'InlineFragment') return inner
        return {
          levels: inner.levels + 1,
          fields: inner.fields + 1,
          aliases: inner.aliases + (node.alias ? 1 : 0),
        }
      })
      .reduce(add, { levels: 0, fields: 0, aliases: 0 })
  return ofSet
}

/** Whether a query subscribes, is too deep, too wide or repeats itself by aliases, with its fragments written out. */
export function graphqlFault(document: DocumentNode): string | undefined {
  const measure = sizeOf(document)
  for (const node of document.definitions) {
    if (node.kind === 'OperationDefinition' && node.operation === 'subscription')
      return 'There are no subscriptions.'
    if (node.kind === 'FragmentDefinition' || node.kind === 'OperationDefinition') {
      const size = measure(node.selectionSet)
      const excess = (['levels', 'fields', 'aliases'] as const).find((what) => size[what] > most[what])
      if (excess) return `The query has too many ${excess}.`
    }
  }
  return undefined
}

/** Refuses the fields that nobody needs here; the size is judged before validation begins. */
const offered: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  Field(node) {
    const parent = context.getParentType()
    if (['Query', 'Mutation'].includes(parent?.name ?? '') && closed.test(node.name.value))
      context.reportError(new GraphQLError(`"${node.name.value}" is not offered here.`))
  },
})

export const graphqlLimits = (): ValidationRule[] => [offered]
