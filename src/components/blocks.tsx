import type { BlockView } from '#domain/content-views'
import { CardList } from './card'
import { Hero, Split } from './hero'
import { Icon } from './icon'
import { Lookbook } from './lookbook'
import { BrandStrip, Letter, Quote, SizeTeaser, Stores, Video } from './more-blocks'
import { Picture } from './picture'
import { RichText, Paragraphs } from './rich-text'
import { hrefIn, type Shop } from './shop'
import { SizeStart } from './size-start'
import { SizeSection } from './size-table'

type Of<Type extends BlockView['type']> = Extract<BlockView, { type: Type }>

function ProductRow({ shop, block }: { shop: Shop; block: Of<'productRow'> }) {
  return (
    <section className="frame section">
      {block.heading && (
        <div className="section-head">
          <h2>{block.heading}</h2>
          {block.category && (
            <a className="link" href={hrefIn(shop, `/c/${block.category.path}`)}>
              {shop.t('nav.all', { name: block.category.name })}
            </a>
          )}
        </div>
      )}
      <CardList shop={shop} cards={block.products} kind="row" />
    </section>
  )
}

function CategoryTiles({ shop, block }: { shop: Shop; block: Of<'categoryTiles'> }) {
  return (
    <section className="frame section">
      {block.heading && (
        <div className="section-head">
          <h2>{block.heading}</h2>
        </div>
      )}
      <ul className="category-tiles">
        {block.categories.map((category) => (
          <li key={category.path}>
            <a href={hrefIn(shop, `/c/${category.path}`)}>
              <div className="tile">
                {category.picture && (
                  <Picture image={category.picture} sizes="(min-width: 768px) 25vw, 50vw" silent />
                )}
              </div>
              <span>{category.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function MaterialStrip({ block }: { block: Of<'materialStrip'> }) {
  return (
    <section className="frame section">
      {block.heading && (
        <div className="section-head">
          <h2>{block.heading}</h2>
        </div>
      )}
      <ul className="materials-strip">
        {block.items.map((item) => (
          <li key={item.title}>
            {item.picture && <Picture image={item.picture} sizes="(min-width: 768px) 25vw, 50vw" silent />}
            <h3>{item.title}</h3>
            {item.text && <p className="small muted">{item.text}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Questions({ items }: { items: Of<'faq'>['items'] }) {
  return (
    <div className="facts">
      {items.map((item) => (
        <details key={item.question} className="fact">
          <summary>
            {item.question}
            <Icon name="plus" className="plus" />
            <Icon name="minus" className="minus" />
          </summary>
          <div className="fact-body">
            <Paragraphs text={item.answer} />
          </div>
        </details>
      ))}
    </div>
  )
}

function Block({ shop, block, first }: { shop: Shop; block: BlockView; first: boolean }) {
  switch (block.type) {
    case 'hero':
      return <Hero shop={shop} block={block} first={first} />
    case 'split':
      return <Split shop={shop} block={block} />
    case 'sizeGrid':
      return <SizeStart shop={shop} block={block} />
    case 'productRow':
      return <ProductRow shop={shop} block={block} />
    case 'categoryTiles':
      return <CategoryTiles shop={shop} block={block} />
    case 'materialStrip':
      return <MaterialStrip block={block} />
    case 'text':
      return (
        <section className="frame content-block">
          <div className="prose">
            {block.heading && <h2>{block.heading}</h2>}
            <RichText shop={shop} blocks={block.body} />
          </div>
        </section>
      )
    case 'sizeTable':
      return <SizeSection shop={shop} heading={block.heading} scale={block.scale} rows={block.rows} />
    case 'faq':
      return (
        <section className="frame content-block faq">
          {block.heading && <h2>{block.heading}</h2>}
          <Questions items={block.items} />
        </section>
      )
    case 'lookbook':
      return <Lookbook shop={shop} block={block} />
    case 'brandStrip':
      return <BrandStrip shop={shop} block={block} />
    case 'video':
      return <Video shop={shop} block={block} />
    case 'quote':
      return <Quote shop={shop} block={block} />
    case 'newsletter':
      return <Letter shop={shop} block={block} />
    case 'sizeTeaser':
      return <SizeTeaser shop={shop} block={block} />
    case 'stores':
      return <Stores shop={shop} block={block} />
  }
}

export function Blocks({ shop, blocks }: { shop: Shop; blocks: readonly BlockView[] }) {
  return blocks.map((block, index) => <Block key={block.id} shop={shop} block={block} first={index === 0} />)
}
