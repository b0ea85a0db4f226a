import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { pageHeader } from '../front/page-header.mjs'
import { strictPolicy } from '../front/policy.mjs'

/** Where the handlers are, and where they find pages as Next.js made them. Nobody else gets there. */
const inner = ['kept', 'once', 'bare']
const refused = '/kept/none'
/** What answers with something else than a page, and may say a policy of its own. */
const noPages = 'api|media|dev/mail|o'

const saysStatic = /^export const dynamic = 'force-static'$/m

/** Pages made for one visitor: those that do not say that they are static. Patterns of addresses below a market. */
export function personalPages(app) {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => /\[market\]\/.+\/page\.tsx$/.test(file))
    .filter((file) => !saysStatic.test(readFileSync(join(app, file), 'utf8')))
    .map((file) => file.replace(/^.*?\[market\]\/(.+)\/page\.tsx$/, '$1').replace(/\[\w+\]/g, '[^/]+'))
    .toSorted()
}

/** The first segments of pages that the proxy gives a nonce: they run React in the browser. */
export const noncePages = (app) =>
  [...new Set(personalPages(app).map((page) => page.split('/')[0]))].filter(
    (name) => name !== 'search' && name !== 'dev',
  )

/** Only `1` asks for data of React's router; any other value is a document, and must not be one of Next.js's own. */
const forRouter = { type: 'header', key: 'rsc', value: '1' }
const endsAsFile = '.*\\.[a-z]+$'

/**
 * How addresses lead to the handlers where Next.js is the only server. Whether a rule that has matched ends the search
 * or not, the outcome is one. The key stands in `missing` alone: of the other conditions browsers are told.
 * @param {{ app: string, markets: string, notPages: string, key: string }} options `markets`: but for the default one
 */
export function platformRewrites({ app, markets, notPages, key }) {
  const others = [notPages, ...inner].join('|')
  const shared = `(?!(?:${personalPages(app).join('|')})$)`
  const document = (source, destination) => ({ source, destination, missing: [forRouter] })
  return {
    first: [
      { source: '/kept/:path*', destination: refused },
      { source: '/once/:path*', destination: refused },
      {
        source: '/bare/:path*',
        destination: refused,
        missing: [{ type: 'header', key: pageHeader, value: key }],
      },
      document('/', '/kept/eu'),
      document('/search', '/once/eu/search'),
      document(`/:market(${markets})/search`, '/once/:market/search'),
      document(`/:market(${markets})`, '/kept/:market'),
      document(`/:market(${markets})/:path(${shared}.*)`, '/kept/:market/:path'),
      document(`/:path((?!(?:${others})(?:/|$))(?!${endsAsFile})${shared}.*)`, '/kept/eu/:path'),
    ],
    /** After the rules for markets: what it leads to is led nowhere else. */
    last: [{ source: `/bare/:market(eu|${markets})/:path*`, destination: '/:market/:path*' }],
    /** Files that there are have been found by then. */
    afterFiles: [
      document(
        `/:path((?!(?:${others}|feeds|manifests|og|sitemaps)(?:/|$))${endsAsFile.slice(0, -1)})`,
        '/kept/eu/:path',
      ),
    ],
    others,
  }
}

const strict = [
  { key: 'Content-Security-Policy', value: strictPolicy },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
]

const forNobodyElse = [{ key: 'Cache-Control', value: 'private, no-store' }]

/**
 * Every HTML has a policy, also one that Next.js makes by itself; what the proxy gives a nonce says its own, unless
 * somebody pretends that he has one. Data of React's router, and bare pages, are for nobody else to keep.
 */
export function platformHeaders({ app, markets }) {
  const own = noncePages(app).join('|')
  const market = `(?:(?:${markets})/)?`
  return [
    {
      source: `/:path((?!(?:admin|${noPages})(?:/|$)|${market}(?:${own})(?:/|$)).*)`,
      headers: strict,
    },
    {
      source: `/:path(${market}(?:${own})(?:/.*)?)`,
      has: [{ type: 'header', key: 'content-security-policy' }],
      headers: strict,
    },
    { source: '/:path*', has: [forRouter], headers: forNobodyElse },
    { source: '/bare/:path*', headers: forNobodyElse },
  ]
}
