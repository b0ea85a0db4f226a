/** Tests that show something: parts of their names, or all of the file. */
export interface Evidence {
  file: string
  tests?: readonly string[]
  /** Is not there, or left out, at a tenth of the size. */
  isWholeAlone?: boolean
}

/** A figure that the tests note, and when it is good enough. */
export interface Figure {
  key: string
  unit: string
  /** `share` of the whole: a tenth, or 1. */
  isMet: (value: number, share: number) => boolean
}

export interface Line {
  number: number
  name: string
  /** What has to hold, in words; the tests hold it, and the figures what they leave open. */
  bar: string
  shown: readonly Evidence[]
  /** The first is the number that is shown; without one it is how many tests hold. */
  figures?: readonly Figure[]
}

/** The tests that are there at a tenth, or at full size. */
export const shownBy = ({ shown }: Line, isQuick: boolean): Evidence[] =>
  shown.filter(({ isWholeAlone }) => !isQuick || !isWholeAlone)

const bench = (name: string) => `src/bench/${name}.proof.ts`
const store = (name: string) => `src/app/api/store/${name}.int.test.ts`
const service = (name: string) => `src/services/${name}.int.test.ts`
const journey = (name: string) => `src/e2e/${name}.e2e.ts`

const exactly = (wanted: number) => (value: number) => value === wanted
const atLeast = (least: number) => (value: number, share: number) => value >= least * share
const atLeastAlways = (least: number) => (value: number) => value >= least
const below = (most: number) => (value: number) => value < most
const none = exactly(0)

/** The bars of a shop that may be relied on. Each line is one command, `npm run scoreboard -- --line N`, with one number. */
export const lines: readonly Line[] = [
  {
    number: 1,
    name: 'Oversell',
    bar: '1,000 checkouts at once for 10 pairs at 3 processes: 10 orders, 990 times 409, nothing worse, within 60 s',
    shown: [
      {
        file: bench('several'),
        tests: [
          'pairs, at three processes at once, are exactly',
          'pairs, while a process is killed, are exactly',
        ],
      },
    ],
    figures: [
      { key: 'orders', unit: 'orders', isMet: exactly(10) },
      { key: 'raceSeconds', unit: 's', isMet: below(60) },
    ],
  },
  {
    number: 2,
    name: 'Deadlocks',
    bar: '500 orders of three sizes in any order: what is moved is what is sold, nobody sees a deadlock',
    shown: [{ file: bench('races'), tests: ['orders of three sizes in any order'] }],
    figures: [{ key: 'unaccounted', unit: 'pairs unaccounted for', isMet: none }],
  },
  {
    number: 3,
    name: 'Cart storm',
    bar: '500 guests fill a bag at once: 99.5 % get it, the rest is told when again; within 1 s all is as ever',
    shown: [
      { file: bench('storms'), tests: ['guests who fill a bag at once get it'] },
      { file: service('races'), tests: ['500 guests at once lose nothing, with a pool of ten'] },
    ],
    figures: [
      { key: 'cartsKept', unit: '% kept', isMet: atLeastAlways(99.5) },
      { key: 'afterStorm', unit: 'ms afterwards', isMet: below(1_000) },
    ],
  },
  {
    number: 4,
    name: 'No connection left',
    bar: 'all connections held for 10 s: 503 and when again within 6 s, all well within 5 s',
    shown: [
      {
        file: 'src/ops/pool-security.int.test.ts',
        tests: ['when every connection is taken each door says 503'],
      },
    ],
    figures: [
      { key: 'refusedAfter', unit: 's to 503', isMet: below(6) },
      { key: 'poolRecovery', unit: 's to recover', isMet: below(5) },
    ],
  },
  {
    number: 5,
    name: 'Idempotency',
    bar: 'one key 50 times at once and after a crash is one order; with another body it is refused by 422',
    shown: [
      { file: service('races'), tests: ['the same key 50 times at once is one order and one answer'] },
      { file: store('carts'), tests: ['a repeated key answers as the first time, another body under it'] },
      { file: bench('kill'), tests: ['random moments of checkout loses no answered order'] },
    ],
    figures: [{ key: 'secondOrders', unit: 'second orders', isMet: none }],
  },
  {
    number: 6,
    name: 'Double initiate',
    bar: 'one cart checked out 20 times at once: one order, one live payment, another only when it has ended',
    shown: [
      { file: service('races'), tests: ['one cart checked out by many at once is one order'] },
      { file: store('stripe'), tests: ['twenty clicks on pay at once are one payment'] },
      {
        file: service('payment-events'),
        tests: ['only a payment that has ended at the provider is followed by another'],
      },
    ],
  },
  {
    number: 7,
    name: 'Webhook chaos',
    bar: 'events five times each, shuffled, late, some lost, forged or old: each order ends once and right',
    shown: [
      { file: bench('webhooks') },
      { file: store('stripe'), tests: ['bad, old and touched messages are refused, and kept nowhere'] },
    ],
    figures: [{ key: 'wrongOrders', unit: 'orders wrong', isMet: none }],
  },
  {
    number: 8,
    name: 'Kill -9',
    bar: '50 kills amid checkouts, captures, refunds, events and jobs: no order, pair or mail lost or twice',
    shown: [{ file: bench('kill') }, { file: bench('card-kill') }],
    figures: [
      { key: 'lostOrders', unit: 'orders lost', isMet: none },
      { key: 'secondOrders', unit: 'second orders', isMet: none },
    ],
  },
  {
    number: 9,
    name: 'Database restarts',
    bar: 'stopped, started or cut off 20 times under load: the process stays, nothing but 503, back within 5 s',
    shown: [
      { file: bench('storms'), tests: ['times under load: the process stays, nothing is worse than 503'] },
    ],
    figures: [{ key: 'slowestRecovery', unit: 's to recover', isMet: below(5) }],
  },
  {
    number: 10,
    name: 'Dependencies away',
    bar: 'each service down, silent, slow by 30 s, or talking garbage: every flow ends as the page of resilience says',
    shown: [{ file: bench('resilience') }],
    figures: [
      { key: 'endedOtherwise', unit: 'of 15 flows otherwise, in any of 20 conditions', isMet: none },
      { key: 'wellAgainSeconds', unit: 's', isMet: below(5) },
    ],
  },
  {
    number: 11,
    name: 'Expiry',
    bar: 'unpaid pairs are back within 60 s; late money is the order again, or goes back',
    shown: [
      {
        file: service('payment-events'),
        tests: [
          'an unpaid order ends in time, gives its pairs back and lets the hold go',
          'late money brings an expired order back while its pairs are there',
          'late money for pairs that are gone is sent back and said so',
          'who pays in the very moment of expiry has bought, when the pairs are still there',
        ],
      },
      { file: bench('races'), tests: ['expiry against payment'] },
      {
        file: bench('storms'),
        tests: ['pairs of an order that is not paid are for sale again within a minute'],
      },
    ],
    figures: [{ key: 'secondsHeld', unit: 's to be for sale', isMet: below(60) }],
  },
  {
    number: 12,
    name: 'Books',
    bar: 'after every file of tests that sells, pays, ships or gives back: stock, orders and money add up',
    shown: [
      { file: service('races') },
      { file: service('order-model') },
      { file: service('payment-events') },
      { file: service('order-desk') },
      { file: service('refund-order') },
      { file: service('credits') },
      { file: service('promotions') },
      { file: service('guards') },
    ],
  },
  {
    number: 13,
    name: 'Cart by a model',
    bar: '10,000 histories of a cart agree with a simple model',
    shown: [{ file: bench('races'), tests: ['histories of a cart agree with a simple model'] }],
    figures: [{ key: 'cartHistories', unit: 'histories', isMet: atLeast(10_000) }],
  },
  {
    number: 14,
    name: 'Money',
    bar: '100,000 splits, carts and promotions: not a unit off, whole numbers alone',
    shown: [
      { file: bench('money') },
      { file: bench('promotions') },
      { file: 'src/domain/money.test.ts', tests: ['money is a whole number of minor units'] },
      { file: 'src/domain/invoice.test.ts' },
    ],
    figures: [{ key: 'splits', unit: 'splits, as many carts', isMet: atLeast(100_000) }],
  },
  {
    number: 15,
    name: 'Access',
    bar: 'each collection and global, operation and role is stated, fields too; what is new without a row fails',
    shown: [
      { file: 'collections/access-matrix.int.test.ts' },
      {
        file: 'src/ops/closed-doors-security.int.test.ts',
        tests: [
          'a shopper sees the own orders and addresses, and of nobody else anything',
          'nobody writes a cart, an order, a payment, stock or a mail over REST or GraphQL',
        ],
      },
    ],
    figures: [{ key: 'accessCells', unit: 'cells', isMet: atLeastAlways(200) }],
  },
  {
    number: 16,
    name: 'REST fuzz',
    bar: '10,000 bad requests: no 5xx, no leak, 99 of 100 answered within a second',
    shown: [
      {
        file: bench('fuzz'),
        tests: ['bad requests to REST, made from', 'bad calls of every route of the Store API'],
      },
    ],
    figures: [{ key: 'restP99', unit: 'ms p99', isMet: below(1_000) }],
  },
  {
    number: 17,
    name: 'GraphQL fuzz',
    bar: '2,000 bad calls: no 5xx; refused, or answered within half a second',
    shown: [
      { file: bench('fuzz'), tests: ['bad GraphQL calls, made from the schema there is'] },
      { file: 'src/ops/input-security.int.test.ts', tests: ['GraphQL'] },
    ],
    figures: [{ key: 'graphqlSlowest', unit: 'ms at most', isMet: below(500) }],
  },
  {
    number: 18,
    name: 'Filter oracle',
    bar: 'no filter, order, join or population by what a stranger or a shopper may not read',
    shown: [{ file: 'src/ops/oracle-security.int.test.ts' }],
  },
  {
    number: 19,
    name: 'Signing in',
    bar: 'at least 30 cases of guessing, fixation, links, sessions and Google; unknown addresses take as long within 15 ms',
    shown: [
      { file: bench('sign-in') },
      { file: 'src/ops/auth-security.int.test.ts' },
      { file: store('account-security') },
      { file: store('google') },
    ],
    figures: [{ key: 'signInGap', unit: 'ms gap', isMet: below(15) }],
  },
  {
    number: 20,
    name: 'Headers',
    bar: '40 pages: 100 in the shop, 90 in the admin by the HTTP Observatory; a passive scanner finds nothing',
    shown: [{ file: journey('header-score') }],
    figures: [
      { key: 'leastScore', unit: 'points at least', isMet: atLeastAlways(100) },
      { key: 'alarms', unit: 'alarms', isMet: none },
    ],
  },
  {
    number: 21,
    name: 'XSS and uploads',
    bar: '60 payloads in every text run nowhere in Chromium; 40 hostile files are refused or drawn anew',
    shown: [{ file: bench('xss') }, { file: 'src/ops/uploads-security.int.test.ts' }],
    figures: [
      { key: 'executions', unit: 'executions', isMet: none },
      { key: 'uploadMemory', unit: 'MB', isMet: below(1_000) },
    ],
  },
  {
    number: 22,
    name: 'Rate limits',
    bar: 'at three processes, with forged headers, exactly as many as the limit; the others are told when again',
    shown: [
      {
        file: bench('several'),
        tests: [
          'limits are exact over all processes',
          'whoever works in the shop is not refused because a stranger',
        ],
      },
      {
        file: 'src/ops/auth-security.int.test.ts',
        tests: ['after ten tries for one account within ten minutes the answer is 429 and says when again'],
      },
    ],
    figures: [
      { key: 'beyondLimits', unit: 'beyond the limits of signing in', isMet: none },
      { key: 'beyondOtherLimits', unit: 'beyond the others', isMet: none },
    ],
  },
  {
    number: 23,
    name: 'Load',
    bar: '50 visitors for a minute: mean below 200 ms, p95 below 500, no error; memory grows by less than 10 % in 10 min',
    shown: [
      {
        file: bench('storms'),
        tests: ['s are answered quickly, without one error'],
      },
      { file: bench('storms'), tests: ['ten minutes of 50 visitors'], isWholeAlone: true },
    ],
    figures: [
      { key: 'loadMean', unit: 'ms mean', isMet: below(200) },
      { key: 'loadP95', unit: 'ms p95', isMet: below(500) },
      { key: 'memoryGrowth', unit: '% more memory', isMet: below(10) },
    ],
  },
  {
    number: 24,
    name: 'Web vitals',
    bar: '6 kinds of pages on a slow phone, middle of 5: paint below 2.5 s, shift 0.1, press 200 ms; home within 2 s',
    shown: [{ file: journey('vitals') }],
    figures: [{ key: 'slowestPaint', unit: 's to paint', isMet: below(2.5) }],
  },
  {
    number: 25,
    name: 'Backup drill',
    bar: 'rows and moment restored and compared, damage found; a small shop within 60 s',
    shown: [
      { file: 'src/start/recovery.proof.mjs' },
      { file: 'src/start/points.proof.mjs' },
      { file: 'src/ops/backup/backup.int.test.ts', tests: ['one wrong byte in the'] },
    ],
    figures: [{ key: 'restoreSeconds', unit: 's to restore', isMet: below(60) }],
  },
  {
    number: 26,
    name: 'Migrations',
    bar: 'empty to head, down and up with data, two at once, the code of before on the new schema',
    shown: [
      { file: 'src/start/rehearsal.proof.ts' },
      {
        file: 'src/start/launch.int.test.mjs',
        tests: ['two that migrate at once do it once', 'a schema newer than the code is refused'],
      },
      {
        file: 'src/start/expand-first.test.mjs',
        tests: ['no migration since the release takes away what its code uses'],
      },
    ],
  },
  {
    number: 27,
    name: 'Mail',
    bar: 'a server that is down for ten minutes, slow, refuses or has no TLS: each mail leaves once, or is kept as dead and said',
    shown: [
      { file: 'src/ops/jobs/send-mail.int.test.ts' },
      { file: 'src/ops/mail-transport.int.test.ts' },
      { file: 'src/admin/operations/worries.test.ts' },
    ],
  },
  {
    number: 28,
    name: 'Secrets',
    bar: 'scripts, log, errors, answers and pages hold no secret, neither of the shop nor one that is typed',
    shown: [
      { file: journey('secrets') },
      {
        file: 'collections/audited.int.test.ts',
        tests: ['no secret is in an entry, only that there is a new one'],
      },
      { file: 'src/start/supply.test.mjs', tests: ['no file of ours has a secret'] },
    ],
    figures: [{ key: 'secretsFound', unit: 'found', isMet: none }],
  },
  {
    number: 29,
    name: 'Audit',
    bar: 'each write of staff leaves one entry; whoever tampers is found out',
    shown: [
      { file: 'collections/audited.int.test.ts' },
      { file: 'collections/audit-deeds.int.test.ts' },
      { file: 'src/start/audit.int.test.mjs' },
    ],
  },
  {
    number: 30,
    name: 'Fresh machine',
    bar: 'a clean clone, no settings, as root and not: npm install, npm run dev, a shop with admin within 120 s',
    shown: [{ file: bench('fresh-clone'), isWholeAlone: true }, { file: journey('ordinary-start') }],
    figures: [{ key: 'freshSeconds', unit: 's', isMet: below(120) }],
  },
]
