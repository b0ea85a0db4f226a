import type { RichBlock, RichSpan } from '#domain/content-views'

interface Node {
  type?: string
  tag?: string
  text?: string
  format?: unknown
  listType?: string
  fields?: { url?: unknown }
  children?: Node[]
}

const bold = 1
const italic = 2
const safeHref = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/
const headings: Readonly<Record<string, 'h2' | 'h3' | 'h4'>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
}

const hasBit = (format: unknown, bit: number): boolean => typeof format === 'number' && (format & bit) !== 0

function spansOf(nodes: readonly Node[] | undefined, href?: string): RichSpan[] {
  return (nodes ?? []).flatMap((node): RichSpan[] => {
    if (node.type === 'linebreak') return [{ text: '\n' }]
    if (node.children) {
      const url = node.fields?.url
      return spansOf(node.children, typeof url === 'string' && safeHref.test(url) ? url : href)
    }
    if (typeof node.text !== 'string' || node.text === '') return []
    return [
      {
        text: node.text,
        ...(hasBit(node.format, bold) ? { bold: true as const } : {}),
        ...(hasBit(node.format, italic) ? { italic: true as const } : {}),
        ...(href ? { href } : {}),
      },
    ]
  })
}

function blockOf(node: Node): RichBlock[] {
  if (node.type === 'list') {
    const items = (node.children ?? []).map((item) => spansOf(item.children))
    return [{ kind: node.listType === 'number' ? 'ol' : 'ul', items }]
  }
  const spans = spansOf(node.children)
  if (spans.length === 0) return []
  if (node.type === 'heading') return [{ kind: headings[node.tag ?? ''] ?? 'h3', spans }]
  return [{ kind: node.type === 'quote' ? 'quote' : 'p', spans }]
}

/** The editor's document as plain blocks: what we do not know becomes a paragraph of its words, never markup. */
export function richBlocks(value: unknown): RichBlock[] {
  const root = (value as { root?: Node } | null | undefined)?.root
  return (root?.children ?? []).flatMap(blockOf)
}
