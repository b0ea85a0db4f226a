import { GraphQLError, type ASTVisitor, type ValidationContext, type ValidationRule } from 'graphql'

const deepest = 8
const mostFields = 200
const mostAliases = 20

/** Refuses a query that is too deep, too wide or repeats itself by aliases; fragments may not name themselves (standard rule). */
const limits: ValidationRule = (context: ValidationContext): ASTVisitor => {
  let depth = 0
  let fields = 0
  let aliases = 0
  const refuse = (what: string) => context.reportError(new GraphQLError(`The query has too many ${what}.`))
  return {
    Field: {
      enter(node) {
        depth += 1
        fields += 1
        aliases += node.alias ? 1 : 0
        if (depth === deepest + 1) refuse('levels')
        if (fields === mostFields + 1) refuse('fields')
        if (aliases === mostAliases + 1) refuse('aliases')
      },
      leave() {
        depth -= 1
      },
    },
  }
}

export const graphqlLimits = (): ValidationRule[] => [limits]
