import type { ChoiceCookie } from '#domain/kept-keys'

const year = 31_536_000

/** Keeps a choice that is no secret and names nobody. */
export function keep(name: ChoiceCookie, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${value ? year : 0}; samesite=lax`
}
