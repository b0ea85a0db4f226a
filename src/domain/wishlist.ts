/** Shoes that one list holds. */
export const mostWishes = 200

/** Days for which a list of nobody in particular is kept after its last change. */
export const guestWishDays = 180
