import { formPaths } from '#components/form-paths'
import { LetterForm } from '#components/letter-form'
import { faultOf } from '../../problem'
import { type PageProps, privateMetadata, SmallPage } from '../../small-page'
import { typedIn } from '../../typed'
import { one, requireShop } from '../../visitor'

export const generateMetadata = privateMetadata('newsletter.title')

const worded = new Set(['validation.failed', 'rate.limited'])
const notices = ['asked', 'confirmed', 'left'] as const
const deeds = { confirm: formPaths.newsletterConfirm, leave: formPaths.newsletterLeave } as const

/** The shop's letter: asking for it, saying yes to it, and the end of it. */
export default async function NewsletterPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const typed = await typedIn(query, 'newsletter')
  const [problem, subscriber, token] = [one(query.problem), one(query.subscriber), one(query.token)]
  const done = notices.find((notice) => notice === one(query.done))
  const deed = one(query.deed) === 'leave' ? 'leave' : 'confirm'
  const isDeed = subscriber !== '' && token !== '' && !done && !problem
  return (
    <SmallPage
      shop={shop}
      title={t('newsletter.title')}
      lead={isDeed ? t(`newsletter.${deed}Lead`) : t('newsletter.lead')}
      problem={
        problem
          ? t(`newsletter.problems.${worded.has(problem) ? problem.replaceAll('.', '-') : 'other'}`)
          : undefined
      }
      notice={done && t(`newsletter.${done}`)}
    >
      {isDeed && (
        <form method="post" action={deeds[deed]}>
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name="subscriber" value={subscriber} />
          <input type="hidden" name="token" value={token} />
          <button className="button">{t(`newsletter.${deed}`)}</button>
        </form>
      )}
      {!isDeed && !done && (
        <LetterForm
          shop={shop}
          id="letter-page"
          error={faultOf(shop, query, 'email').error}
          email={typed.email}
        />
      )}
    </SmallPage>
  )
}
