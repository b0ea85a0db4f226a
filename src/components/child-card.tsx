import { childNameLength, footLimits } from '#domain/foot-size'
import type { SizeLabels } from '#domain/views'
import { Field } from './field'
import { formPaths } from './form-paths'
import { dayIn, type Shop } from './shop'
import { SizeLabel, SizePhrase, SystemName } from './size-label'

export interface Child {
  id: string
  name: string
  footMm: number
  measuredOn: string
  labels?: SizeLabels
  roomMm?: number
  measureAgain: boolean
}

interface ChildFormProps {
  shop: Shop
  /** The latest day that can be measured on. */
  today: string
  /** One that is changed; nothing for a new one. */
  child?: Child
  /** The fields of what was sent last that could not be read. */
  wrong: readonly string[]
  /** What stood in its fields. */
  typed: Readonly<Record<string, string>>
}

/** Name, foot, and when it was measured: for a child that is new, or measured again. */
export function ChildForm({ shop, today, child, wrong, typed }: ChildFormProps) {
  const { t } = shop
  const idOf = (name: string) => `${name}-${child?.id ?? 'new'}`
  const errorOf = (name: string) =>
    wrong.includes(name)
      ? t(`mySizes.errors.${name}`, {
          ...footLimits.child,
          most: name === 'name' ? childNameLength : footLimits.child.most,
        })
      : undefined
  return (
    <form method="post" action={formPaths.child}>
      <input type="hidden" name="market" value={shop.market.id} />
      {child && <input type="hidden" name="id" value={child.id} />}
      <div className="fields mt-4">
        <Field
          t={t}
          name="name"
          id={idOf('name')}
          label={t('mySizes.name')}
          hint={t('mySizes.nameHint')}
          value={typed.name ?? child?.name}
          error={errorOf('name')}
          autoComplete="off"
          maxLength={childNameLength}
        />
        <Field
          t={t}
          name="footMm"
          id={idOf('foot')}
          type="number"
          className="half"
          label={t('mySizes.footMm')}
          value={typed.footMm ?? (child && String(child.footMm))}
          error={errorOf('footMm')}
          autoComplete="off"
          inputMode="numeric"
          min={footLimits.child.least}
          max={footLimits.child.most}
        />
        <Field
          t={t}
          name="measuredOn"
          id={idOf('day')}
          type="date"
          className="half"
          label={t('mySizes.measuredOn')}
          value={typed.measuredOn ?? child?.measuredOn ?? today}
          error={errorOf('measuredOn')}
          autoComplete="off"
          min="2000-01-01"
          max={today}
        />
      </div>
      <button className="button second mt-5">{t(child ? 'mySizes.save' : 'mySizes.addAction')}</button>
    </form>
  )
}

function ChildSize({ shop, child }: { shop: Shop; child: Child }) {
  const { labels, roomMm } = child
  if (!labels || roomMm === undefined) return shop.t('mySizes.childNone')
  return (
    <SizePhrase shop={shop} phrase="mySizes.childSize" values={{ mm: roomMm }}>
      <SystemName /> <SizeLabel labels={labels} segment="kids" />
    </SizePhrase>
  )
}

/** A child with the size that its foot means today. */
export function ChildCard(props: ChildFormProps & { child: Child }) {
  const { shop, child, wrong } = props
  const { t } = shop
  const { id, name, footMm, measuredOn, measureAgain } = child
  return (
    <li>
      <h3 className="[overflow-wrap:anywhere]">{name}</h3>
      <p className="mt-1">
        <ChildSize shop={shop} child={child} />
      </p>
      <p className="small muted">
        {t('mySizes.measured', { mm: footMm, day: dayIn(shop, `${measuredOn}T12:00:00Z`) })}
      </p>
      {measureAgain && <p className="notice small mt-3">{t('mySizes.again')}</p>}
      <details className="mt-3" open={wrong.length > 0}>
        <summary className="link small">
          {t(measureAgain ? 'mySizes.measureAgain' : 'mySizes.change')}
          <span className="sr-only"> ({name})</span>
        </summary>
        <ChildForm {...props} />
      </details>
      <form method="post" action={formPaths.removeChild}>
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="id" value={id} />
        <button className="plain-button small muted mt-2" aria-label={`${t('mySizes.remove')} (${name})`}>
          {t('mySizes.remove')}
        </button>
      </form>
    </li>
  )
}
