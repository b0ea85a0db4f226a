import { fulfilmentTransitions, paymentTransitions } from './order-state'
import { refundTransitions } from './refund-state'
import { returnTransitions } from './return-state'
import { reviewTransitions } from './review'

type Table = Readonly<Record<string, readonly string[]>>

interface Drawn {
  title: string
  about: string
  begins: string
  table: Table
}

const drawn: readonly Drawn[] = [
  {
    title: 'Payment status of an order',
    about:
      'Follows the sums of what has come and gone (`src/domain/payment-sums.ts`). An event of a provider may come late, so an expired or failed order may still be paid.',
    begins: 'pending',
    table: paymentTransitions,
  },
  {
    title: 'Fulfilment status of an order',
    about:
      'Moved by shipping, delivery, cancelling and expiry. A cancelled order comes back only when it had expired, its money came after all and its pairs are still there.',
    begins: 'unfulfilled',
    table: fulfilmentTransitions,
  },
  {
    title: 'Refund',
    about:
      'Promised in the transaction that decides it, sent afterwards. Dropped when the provider has sent the money back by itself.',
    begins: 'owed',
    table: refundTransitions,
  },
  {
    title: 'Return',
    about:
      'A buyer asks, staff approve; what staff open and what follows from a withdrawal is approved from the start. Pairs of a rejected or cancelled return may be returned another time.',
    begins: 'requested',
    table: returnTransitions,
  },
  {
    title: 'Review',
    about:
      'Only an approved one is seen and counted. Staff may change their mind; nothing goes back to waiting.',
    begins: 'pending',
    table: reviewTransitions,
  },
]

const rows = (table: Table): string =>
  Object.entries(table)
    .map(([from, to]) => `| \`${from}\` | ${to.map((one) => `\`${one}\``).join(', ') || 'an end'} |`)
    .join('\n')

const arrows = (begins: string, table: Table): string =>
  [
    `  [*] --> ${begins}`,
    ...Object.entries(table).flatMap(([from, to]) => to.map((one) => `  ${from} --> ${one}`)),
    ...Object.entries(table)
      .filter(([, to]) => to.length === 0)
      .map(([from]) => `  ${from} --> [*]`),
  ]
    .map((line) => line.replaceAll(/(\w)-(?=\w)/g, '$1_'))
    .join('\n')

/** The page `docs/states.md`: every state table of the shop, as text and as a picture. */
export function drawStates(): string {
  const parts = drawn.map(
    ({ title, about, begins, table }) =>
      `## ${title}\n\n${about}\n\n| from | to |\n| --- | --- |\n${rows(table)}\n\n\`\`\`mermaid\nstateDiagram-v2\n${arrows(begins, table)}\n\`\`\``,
  )
  const head = `# States\n\nDrawn from the tables in \`src/domain\`, which alone decide: \`src/domain/state-tables.test.ts\` fails when this page differs from them, and\nwrites it anew with \`vitest run --project unit src/domain/state-tables.test.ts -u\`.`
  return `${[head, ...parts].join('\n\n')}\n`
}
