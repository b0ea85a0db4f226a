/** `path`, whose page leads on to `next` once it is done; just `path` where that is empty. Both without a market. */
export const leadingOn = (path: string, next: string | undefined): string =>
  next ? `${path}?${new URLSearchParams({ next })}` : path
