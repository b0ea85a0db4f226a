import type { PaperView } from '#domain/papers'
import { dayIn, moneyIn, type Shop } from './shop'

interface Props {
  shop: Shop
  number: string
  papers: readonly PaperView[]
}

/** Invoice, credit notes and return labels as PDF; the browser keeps the page while it saves them. */
export function OrderPapers({ shop, number, papers }: Props) {
  if (papers.length === 0) return null
  const { t } = shop
  return (
    <section className="mt-9">
      <h2 className="text-[22px] leading-7 mb-2">{t('papers.title')}</h2>
      <ul className="returns">
        {papers.map((paper) => (
          <li key={paper.number}>
            <p className="flex justify-between gap-4">
              <a
                className="link"
                href={`/api/store/orders/${number}/papers/${encodeURIComponent(paper.number)}`}
                download
              >
                {t(`papers.${paper.kind}`, { number: paper.number })}
              </a>
              {paper.total && <span className="whitespace-nowrap">{moneyIn(shop, paper.total)}</span>}
            </p>
            <p className="small muted">
              {t(paper.kind === 'return-label' ? 'papers.labelHint' : 'papers.issued', {
                day: dayIn(shop, paper.issuedAt),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
