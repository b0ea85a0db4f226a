import { regionNames } from '#domain/formats'
import type { ProductView, SafetyContact } from '#domain/views'
import { Icon } from './icon'
import { MaterialPictogram, PartPictogram, type ShoePart } from './pictograms'
import { Paragraphs } from './rich-text'
import { hrefIn, type Shop } from './shop'

interface FactProps {
  title: string
  open?: boolean
  children: React.ReactNode
}

function Fact({ title, open = false, children }: FactProps) {
  return (
    <details className="fact" open={open}>
      <summary>
        {title}
        <Icon name="plus" className="plus" />
        <Icon name="minus" className="minus" />
      </summary>
      <div className="fact-body">{children}</div>
    </details>
  )
}

const parts: readonly ShoePart[] = ['upper', 'lining', 'sole']

function Materials({ shop, product }: ProductProps) {
  const { t } = shop
  return (
    <dl>
      {parts.map((part) => (
        <div key={part} className="contents">
          <dt className="material">
            <PartPictogram part={part} />
            {t(`materials.parts.${part}`)}
          </dt>
          <dd>
            {product.materials[part].map((code) => (
              <span key={code} className="material mr-4">
                <MaterialPictogram material={code} />
                {t(`materials.codes.${code}`)}
              </span>
            ))}
          </dd>
        </div>
      ))}
      {attributesOf({ shop, product }).map(([name, value]) => (
        <div key={name} className="contents">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface ProductProps {
  shop: Shop
  product: ProductView
}

function attributesOf({ shop: { t }, product: { attributes } }: ProductProps): [string, string][] {
  const { heelHeightMm, weightG, closure, toeShape, waterResistant, vegan, removableInsole } = attributes
  const rows: [string, string | undefined | false][] = [
    [t('attributes.heel'), heelHeightMm !== undefined && `${heelHeightMm}\u00a0mm`],
    [t('attributes.weight'), weightG !== undefined && t('attributes.weightOf', { g: weightG })],
    [t('attributes.closure'), closure !== undefined && t(`attributes.closures.${closure}`)],
    [t('attributes.toe'), toeShape],
    [t('attributes.water'), waterResistant && t('attributes.yes')],
    [t('attributes.vegan'), vegan && t('attributes.yes')],
    [t('attributes.insole'), removableInsole && t('attributes.removable')],
  ]
  return rows.filter((row): row is [string, string] => Boolean(row[1]))
}

/** Brands of before countries were chosen from a list have them as somebody wrote them. */
const countryIn = ({ market }: Shop, country: string): string =>
  /^[A-Z]{2}$/.test(country) ? (regionNames(market.formatLocale).of(country) ?? country) : country

function Contact({ shop, title, contact }: { shop: Shop; title: string; contact: SafetyContact }) {
  return (
    <div className="mb-4">
      <p className="muted">{title}</p>
      <address className="not-italic">
        {contact.name}
        <br />
        {contact.street}, {contact.postalCode} {contact.city}, {countryIn(shop, contact.country)}
        {contact.email && (
          <>
            <br />
            <a className="link" href={`mailto:${contact.email}`}>
              {contact.email}
            </a>
          </>
        )}
      </address>
    </div>
  )
}

interface FactsProps extends ProductProps {
  /** When it arrives, in words. */
  arrival?: string
  returnDays: number
}

/** What the law and a careful buyer ask for: Directive 94/11/EC, Regulation (EU) 2023/988, Art. 19. */
export function Facts({ shop, product, arrival, returnDays }: FactsProps) {
  const { t } = shop
  const { warnings } = product
  const { manufacturer, responsible, story } = product.brandView
  return (
    <div className="facts">
      <Fact title={t(product.kind ? 'product.aboutThing' : 'product.about')} open>
        <Paragraphs text={product.description} />
      </Fact>
      {!product.kind && (
        <Fact title={t('product.madeOf')} open>
          <Materials shop={shop} product={product} />
        </Fact>
      )}
      {product.style.care && (
        <Fact title={t('product.care')}>
          <Paragraphs text={product.style.care} />
        </Fact>
      )}
      <Fact title={t('product.deliveryTitle')}>
        {arrival && <p>{arrival}</p>}
        <p>
          {t(product.kind ? 'product.returnsThing' : 'product.returns', { days: returnDays })}{' '}
          <a className="link" href={hrefIn(shop, '/returns')}>
            {t('product.returnsLink')}
          </a>
        </p>
      </Fact>
      <Fact title={t('product.maker')} open={warnings !== undefined}>
        {warnings && (
          <div className="mb-4">
            <p className="muted">{t('product.warnings')}</p>
            <Paragraphs text={warnings} />
          </div>
        )}
        {story && (
          <div className="mb-4">
            <Paragraphs text={story} />
          </div>
        )}
        <Contact shop={shop} title={t('product.manufacturer')} contact={manufacturer} />
        {responsible && <Contact shop={shop} title={t('product.responsible')} contact={responsible} />}
      </Fact>
    </div>
  )
}
