import type { ReturnableSize } from '#domain/return'
import { returnReasons, type ReturnReason } from '#domain/return-state'
import type { OrderLineView, OrderView } from '#domain/views'
import { isUsualWidth } from '#domain/width'
import { formPaths } from './form-paths'
import { modelName } from './model-name'
import type { Shop, Words } from './shop'
import { SoldSize, soldSizeIn } from './size-label'
import { quantityIn } from './things'
import { widthIn } from './width-label'

/** What of a line may come back, and the sizes one may have instead. */
export interface ReturnableLine {
  lineId: string
  left: number
  sizes: ReturnableSize[]
}

interface Props {
  shop: Shop
  order: OrderView
  lines: readonly ReturnableLine[]
  /** Of this page: sent twice, it is one return. */
  formKey: string
  /** The id of what says that nothing was chosen, where nothing was. */
  saidBy?: string
  /** What was chosen when it was refused. */
  typed: Readonly<Record<string, string>>
}

/** Pairs, why, and what instead: one form that works without any script. */
export function ReturnForm({ shop, order, lines, formKey, saidBy, typed }: Props) {
  const { t } = shop
  const open = order.lines.flatMap((line) => {
    const found = lines.find(({ lineId, left }) => lineId === line.id && left > 0)
    return found ? [{ line, found }] : []
  })
  if (open.length === 0) return <p className="notice mt-6">{t('returns.none')}</p>
  return (
    <form method="post" action={formPaths.return} className="mt-7">
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="number" value={order.number} />
      <input type="hidden" name="key" value={formKey} />
      <ul className="give-back">
        {open.map(({ line, found }, index) => (
          <ReturnLine
            key={line.id}
            {...{ shop, order, line, found, typed }}
            only={open.length === 1}
            saidBy={index === 0 ? saidBy : undefined}
          />
        ))}
      </ul>
      <button className="button wide mt-7">{t('returns.send')}</button>
      <p className="small muted mt-4">{t('returns.sendHint')}</p>
    </form>
  )
}

interface LineProps {
  shop: Shop
  order: OrderView
  line: OrderLineView
  found: ReturnableLine
  /** The one pair there is: it is meant. */
  only: boolean
  saidBy?: string
  typed: Props['typed']
}

function ReturnLine({ shop, order, line, found, only, saidBy, typed }: LineProps) {
  const { t } = shop
  const { id } = line
  return (
    <li>
      <fieldset className="give-back-line">
        <legend className="sr-only">
          {[line.title, line.size && soldSizeIn(t, order, { ...line, size: line.size })]
            .filter(Boolean)
            .join(', ')}
        </legend>
        <span className="thumb">
          {line.image && <img src={line.image} alt="" width="104" height="104" loading="lazy" />}
        </span>
        <div className="fields">
          <div>
            <b>{modelName(line.title, line.colour)}</b>
            <p className="line-what">
              {line.colour}
              {line.colour && line.size && ', '}
              {line.size && <SoldSize shop={shop} line={line} size={line.size} />}
            </p>
          </div>
          <Choice
            name={`pairs.${id}`}
            label={t('returns.pairs')}
            value={typed[`pairs.${id}`] ?? (only ? '1' : '0')}
            saidBy={saidBy}
          >
            {Array.from({ length: found.left + 1 }, (_, count) => (
              <option key={count} value={count}>
                {count === 0 ? t('returns.keep') : quantityIn(t, line, count)}
              </option>
            ))}
          </Choice>
          <Choice
            name={`reason.${id}`}
            label={t('returns.why')}
            value={typed[`reason.${id}`] ?? (line.size ? 'too-small' : 'changed-mind')}
          >
            {returnReasons
              .filter((reason) => reason !== 'withdrawal' && (line.size || !isOfSize(reason)))
              .map((reason) => (
                <option key={reason} value={reason}>
                  {t(`returns.reasons.${reason}`)}
                </option>
              ))}
          </Choice>
          <Choice
            name={`want.${id}`}
            label={t('returns.instead')}
            value={typed[`want.${id}`] ?? firstSize(found) ?? ''}
          >
            {found.sizes.map((size) => (
              <option key={size.variantId} value={size.variantId} disabled={size.available === 0}>
                {sizeWords(t, order, size)}
              </option>
            ))}
            <option value="">{t('returns.money')}</option>
          </Choice>
        </div>
      </fieldset>
    </li>
  )
}

/** What is no shoe is neither too small nor too large. */
const isOfSize = (reason: ReturnReason): boolean => reason === 'too-small' || reason === 'too-large'

/** Another size comes first: most pairs come back because of theirs. */
const firstSize = ({ sizes }: ReturnableLine): string | undefined =>
  sizes.find(({ available }) => available > 0)?.variantId

/** A list takes no more than words, so the system is the one that the order keeps. */
function sizeWords(t: Words, order: OrderView, { label, width, available, ...sold }: ReturnableSize): string {
  const size = [
    soldSizeIn(t, order, { ...sold, size: label }),
    width && !isUsualWidth(width) && widthIn({ t }, width),
  ]
    .filter(Boolean)
    .join(', ')
  if (available === 0) return t('returns.soldOut', { size })
  return available <= 3 ? t('returns.few', { size, count: available }) : t('returns.inSize', { size })
}

interface ChoiceProps {
  name: string
  label: string
  value: string
  saidBy?: string
  children: React.ReactNode
}

/** Where something else says what is wrong with it, the page opens there. */
function Choice({ name, label, value, saidBy, children }: ChoiceProps) {
  const id = `field-${name.replaceAll('.', '-')}`
  return (
    <div className="field half">
      <label htmlFor={id}>{label}</label>
      <select
        className="input"
        id={id}
        name={name}
        defaultValue={value}
        aria-invalid={saidBy ? true : undefined}
        aria-describedby={saidBy}
        autoFocus={saidBy !== undefined}
      >
        {children}
      </select>
    </div>
  )
}
