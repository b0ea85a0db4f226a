/**
 * What somebody finds who only looks at an answer, by the rules of the usual passive scanners that tell of a high or a
 * medium risk, and of the low ones that cost nothing to keep.
 */
export interface Looked {
  /** Path with its query. */
  path: string
  status: number
  headers: Readonly<Record<string, string | undefined>>
  cookies: readonly string[]
  text: string
  /** Shows something of one person: no proxy may keep it. */
  isPersonal: boolean
}

type Rule = readonly [name: string, isBroken: (answer: Looked) => boolean]

const isPage = ({ headers }: Looked): boolean => (headers['content-type'] ?? '').includes('text/html')
const policyOf = ({ headers }: Looked): string => headers['content-security-policy'] ?? ''
const onPages =
  (isBroken: (answer: Looked) => boolean) =>
  (answer: Looked): boolean =>
    isPage(answer) && isBroken(answer)

const tags = (text: string, name: string): string[] => text.match(new RegExp(`<${name}\\b[^>]*>`, 'gi')) ?? []
const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? ''
const isForeign = (address: string): boolean => /^(https?:)?\/\//i.test(address)

/** By the check digit that every card has. */
function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const twice = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return sum % 10 === 0
}

const cookieFlags = (line: string): string => line.slice(line.indexOf(';')).toLowerCase()

const rules: readonly Rule[] = [
  [
    'framing is not limited',
    onPages((answer) => !/frame-ancestors/.test(policyOf(answer)) && !answer.headers['x-frame-options']),
  ],
  ['no content security policy', onPages((answer) => policyOf(answer) === '')],
  [
    'scripts of anybody',
    onPages((answer) => /script-src[^;]*('unsafe-eval'|\*|https:|data:)/.test(policyOf(answer))),
  ],
  ['types are guessed', ({ headers }) => headers['x-content-type-options'] !== 'nosniff'],
  [
    'transport is not held',
    ({ headers }) => !/max-age=\d{7,}/.test(headers['strict-transport-security'] ?? ''),
  ],
  [
    'a cookie without Secure or SameSite',
    ({ cookies }) =>
      cookies.some((line) => !/; ?secure/.test(cookieFlags(line)) || !/samesite/.test(cookieFlags(line))),
  ],
  [
    'a session that scripts read',
    ({ cookies }) =>
      cookies.some(
        (line) => /^[^=]*(token|customer|session)/i.test(line) && !/httponly/.test(cookieFlags(line)),
      ),
  ],
  [
    'names its software',
    ({ headers }) => headers['x-powered-by'] !== undefined || /[\d/]/.test(headers.server ?? ''),
  ],
  [
    'tells of its inside',
    ({ text }) =>
      /\n\s+at \S+ \(|node_modules\/|SQLSTATE|syntax error at or near|violates \w+ constraint|ECONNREFUSED/.test(
        text,
      ),
  ],
  [
    'an address of a private network',
    ({ text }) => /\b(10\.\d{1,3}|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b/.test(text),
  ],
  ['a card number', ({ text }) => (text.match(/(?<![\d.-])[3-6]\d{15}(?![\d.-])/g) ?? []).some(isCardNumber)],
  [
    'loads something in the clear',
    onPages(({ text }) =>
      ['script', 'link', 'img', 'iframe', 'source', 'form'].some((name) =>
        tags(text, name).some(
          (tag) => /\s(src|href|action)="http:/i.test(tag) && !/rel="(canonical|alternate)"/.test(tag),
        ),
      ),
    ),
  ],
  [
    'a script of another site',
    onPages(({ text }) => tags(text, 'script').some((tag) => isForeign(attribute(tag, 'src')))),
  ],
  [
    'something personal that a proxy may keep',
    ({ isPersonal, headers }) => isPersonal && !/no-store|private/.test(headers['cache-control'] ?? ''),
  ],
  [
    'any site may read it',
    ({ headers }) => {
      const allowed = headers['access-control-allow-origin']
      return allowed === '*' || allowed === 'null' || (allowed ?? '').includes('evil')
    },
  ],
  [
    'leads to another site',
    ({ status, headers }) => status >= 300 && status < 400 && /evil/.test(headers.location ?? ''),
  ],
  ['a way on with a page in it', ({ status, text }) => status >= 300 && status < 400 && text.length > 1_000],
  ['lists a folder', ({ text }) => /<title>Index of \//i.test(text)],
  [
    'a session in an address',
    onPages(({ text }) => /href="[^"]*[?&](sid|session|jsessionid|phpsessid|token)=[^"]/i.test(text)),
  ],
  [
    'a window that its opener follows',
    onPages(({ text }) =>
      tags(text, 'a').some(
        (tag) =>
          /target="_blank"/.test(tag) &&
          isForeign(attribute(tag, 'href')) &&
          !/noopener|noreferrer/.test(tag),
      ),
    ),
  ],
  [
    'a password in an address',
    onPages(({ text }) =>
      (text.match(/<form\b[\s\S]*?<\/form>/gi) ?? []).some(
        (form) => /type="password"/.test(form) && !/^<form\b[^>]*method="post"/i.test(form),
      ),
    ),
  ],
  [
    'a form of another site',
    onPages(({ text }) => tags(text, 'form').some((tag) => isForeign(attribute(tag, 'action')))),
  ],
  [
    'asks for a card itself',
    onPages(({ text }) => tags(text, 'input').some((tag) => /name="[^"]*(card-?number|cvc|cvv)/i.test(tag))),
  ],
  [
    'a comment that tells something',
    onPages(({ text }) =>
      (text.match(/<!--[\s\S]*?-->/g) ?? []).some((one) => /todo|fixme|password|secret|debug/i.test(one)),
    ),
  ],
]

/** Which rules an answer breaks. */
export const alarmsOf = (answer: Looked): string[] =>
  rules.filter(([, isBroken]) => isBroken(answer)).map(([name]) => name)

/** What no shop gives out, wherever it is looked for. */
export const hiddenFiles = [
  '/.env',
  '/.git/config',
  '/.git/HEAD',
  '/package.json',
  '/payload.config.ts',
  '/src/env.ts',
  '/.next/BUILD_ID',
  '/.data/postgres-password',
  '/_next/server/app/page.js',
  '/backup.sql',
  '/server-status',
  '/..%2f..%2fetc/passwd',
]
