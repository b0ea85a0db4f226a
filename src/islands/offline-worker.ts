import { offlineCache as prefix } from '#domain/kept-keys'

async function leave(): Promise<void> {
  const found = await navigator.serviceWorker.getRegistrations()
  await Promise.all(found.map((one) => one.unregister()))
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)))
}

/** Puts the worker of the offline page to work where the shop wants it; where it does not, nothing of it stays. */
export function startWorker(): void {
  if (!('serviceWorker' in navigator) || !isSecureContext) return
  const isWanted = document.documentElement.dataset.offline !== undefined
  addEventListener('load', () => {
    const work = isWanted ? navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }) : leave()
    void work.catch(() => {})
  })
}
