import { z } from 'zod'
import { DomainError } from '#domain/errors'
import { check, readText } from './body'

/** What is told of: which rule, what it kept out, and on which screen. Nothing of whoever looked at it. */
export interface Violation {
  rule: string
  blocked: string
  screen: string
}

/** Bytes; a browser gathers a few reports. */
const largest = 16_384
const mostAtOnce = 20

const text = z.string().max(4_096)
/** Source: W3C Reporting API, and Content Security Policy Level 3, "Reporting". */
const reports = z
  .array(
    z.object({
      type: z.string().max(100),
      body: z.object({ documentURL: text, effectiveDirective: text, blockedURL: text.nullish() }).partial(),
    }),
  )
  .max(mostAtOnce)
/** Source: Content Security Policy Level 2, which some browsers speak still. */
const report = z.object({
  'csp-report': z.object({
    'document-uri': text,
    'effective-directive': text.optional(),
    'violated-directive': text.optional(),
    'blocked-uri': text.optional(),
  }),
})

const isWeb = ({ protocol }: URL): boolean => /^(http|ws)s?:$/.test(protocol)

/** Of an address of the web its host alone, of anything else a word such as `inline` or `data`. */
function blockedOf(address: string | null | undefined): string {
  const found = address && URL.canParse(address) ? new URL(address) : undefined
  if (found?.host && isWeb(found)) return found.host.slice(0, 100)
  return /^[a-z][a-z-]{0,30}$/.exec((address ?? '').replace(/:.*$/s, ''))?.[0] ?? 'something'
}

/** `/admin/collections/orders/[id]` or `/de/p/[id]`: the words of the path, and neither what names a document nor what was searched. */
function screenOf(address: string): string {
  const parts = URL.canParse(address) ? new URL(address).pathname.split('/').slice(1, 8) : []
  return `/${parts.map((part) => (/^[a-z][a-z-]{0,40}$/.test(part) ? part : '[id]')).join('/')}`
}

const ruleOf = (directive: string | undefined): string =>
  /^[a-z]+(-[a-z]+){0,4}/.exec(directive ?? '')?.[0].slice(0, 40) ?? 'a rule'

/** What an extension of somebody's browser tried is none of the shop's doing, and which one it is tells who they are. */
const isOurs = ({ blocked }: Violation): boolean => !blocked.endsWith('-extension')

const violation = (directive: string | undefined, blocked: string | null | undefined, at = '') => ({
  rule: ruleOf(directive),
  blocked: blockedOf(blocked),
  screen: screenOf(at),
})

/**
 * What a browser reports, in both forms there are. Throws `body.too-large`, `media-type.unsupported`,
 * `request.malformed`, `validation.failed`.
 */
export async function readViolations(request: Request): Promise<Violation[]> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/reports+json' && type !== 'application/csp-report')
    throw new DomainError('media-type.unsupported')
  const json = parse(await readText(request, largest))
  if (type === 'application/reports+json')
    return check(reports, json)
      .filter((one) => one.type === 'csp-violation')
      .map(({ body }) => violation(body.effectiveDirective, body.blockedURL, body.documentURL))
      .filter(isOurs)
  const { 'csp-report': told } = check(report, json)
  const directive = told['effective-directive'] ?? told['violated-directive']
  return [violation(directive, told['blocked-uri'], told['document-uri'])].filter(isOurs)
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw Object.assign(new DomainError('request.malformed'), { cause })
  }
}
