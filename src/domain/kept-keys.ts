/** What scripts of ours keep in `localStorage`, by what it is. */
export const storageKeys = {
  seen: 'molini-seen',
  size: 'molini-size',
  last: 'molini-last',
} as const
export type StorageKey = (typeof storageKeys)[keyof typeof storageKeys]

/** Choices of display, in cookies that the forms and the scripts of ours write; no secrets. */
export const choiceCookies = { theme: 'molini-theme', sizes: 'molini-sizes' } as const
export type ChoiceCookie = (typeof choiceCookies)[keyof typeof choiceCookies]

/** The cache of the service worker has this name and its build's. */
export const offlineCache = 'molini-offline-'
