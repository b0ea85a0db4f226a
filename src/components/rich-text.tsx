import type { RichBlock, RichSpan } from '#domain/content-views'
import { hrefIn, type Shop } from './shop'

function Span({ shop, span }: { shop: Shop; span: RichSpan }) {
  const text = span.bold ? <strong>{span.text}</strong> : span.italic ? <em>{span.text}</em> : span.text
  return span.href ? <a href={hrefIn(shop, span.href)}>{text}</a> : text
}

const Spans = ({ shop, spans }: { shop: Shop; spans: readonly RichSpan[] }) =>
  spans.map((span, index) => <Span key={index} shop={shop} span={span} />)

export function RichText({ shop, blocks }: { shop: Shop; blocks: readonly RichBlock[] }) {
  return blocks.map((block, index) => {
    if ('items' in block)
      return (
        <block.kind key={index}>
          {block.items.map((item, at) => (
            <li key={at}>
              <Spans shop={shop} spans={item} />
            </li>
          ))}
        </block.kind>
      )
    const Tag = block.kind === 'quote' ? 'blockquote' : block.kind
    return (
      <Tag key={index}>
        <Spans shop={shop} spans={block.spans} />
      </Tag>
    )
  })
}

/** Plain text from a textarea: an empty line begins a paragraph. */
export function Paragraphs({ text }: { text: string }) {
  return text.split(/\n\s*\n/).map((paragraph, index) => <p key={index}>{paragraph}</p>)
}
