import type { BlockView } from '#domain/content-views'
import { Picture } from './picture'
import { hrefIn, type Shop } from './shop'

type Of<Type extends BlockView['type']> = Extract<BlockView, { type: Type }>

/** The picture's own ground goes on behind the words. */
export function Hero({ shop, block, first }: { shop: Shop; block: Of<'hero'>; first: boolean }) {
  const Heading = first ? 'h1' : 'h2'
  return (
    <section className="hero on-clay">
      <div className="hero-picture">
        <Picture image={block.picture} sizes="100vw" lead={first} />
      </div>
      <div className="frame hero-words">
        <Heading>{block.heading}</Heading>
        {block.text && <p>{block.text}</p>}
        {block.link && (
          <a className="button" href={hrefIn(shop, block.link.href)}>
            {block.link.label}
          </a>
        )}
      </div>
    </section>
  )
}

export function Split({ shop, block }: { shop: Shop; block: Of<'split'> }) {
  return (
    <section className={`section split ${block.side}`}>
      <Picture image={block.picture} sizes="(min-width: 768px) 58vw, 100vw" />
      <div className="split-words">
        <h2>{block.heading}</h2>
        {block.text && <p>{block.text}</p>}
        {block.link && (
          <a className="button second" href={hrefIn(shop, block.link.href)}>
            {block.link.label}
          </a>
        )}
      </div>
    </section>
  )
}
