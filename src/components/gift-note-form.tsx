import { longestGiftNote } from '#domain/gift-note'
import type { CartView } from '#domain/views'
import { formPaths } from './form-paths'
import type { Shop } from './shop'

interface GiftNoteProps {
  shop: Shop
  cart: CartView
  /** Where the answer is shown. */
  at: 'cart' | 'checkout'
  /** Why the words that were just given were not kept. */
  refused?: string
  /** Those words. */
  typed?: string
}

/** Words that are printed for whoever gets the pairs; folded until somebody wants them. */
export function GiftNoteForm({ shop, cart, at, refused, typed }: GiftNoteProps) {
  const { t } = shop
  const id = `gift-note-${at}`
  return (
    <form className="gift-note" method="post" action={formPaths.giftNote}>
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="at" value={at} />
      <details open={cart.giftNote !== undefined || refused !== undefined}>
        <summary className="link small" data-focus={`${id}-fold`}>
          {t('giftNote.title')}
        </summary>
        <div className="field">
          <label htmlFor={id}>{t('giftNote.label')}</label>
          <textarea
            className="input"
            id={id}
            name="giftNote"
            rows={4}
            maxLength={longestGiftNote}
            defaultValue={typed ?? cart.giftNote}
            aria-describedby={`${id}-hint${refused ? ` ${id}-why` : ''}`}
            aria-invalid={refused ? true : undefined}
            autoFocus={refused !== undefined}
            data-focus={id}
          />
          <span className="field-hint" id={`${id}-hint`}>
            {t('giftNote.hint', { longest: longestGiftNote })}
          </span>
          {refused && (
            <span className="field-error" id={`${id}-why`} role="alert">
              {refused}
            </span>
          )}
        </div>
        <button className="button second">{t('giftNote.save')}</button>
        {cart.giftNote !== undefined && (
          <button className="plain-button small" name="clear" value="1">
            {t('giftNote.clear')}
          </button>
        )}
      </details>
    </form>
  )
}
