export const closeIcon =
  '<svg class="icon" viewBox="0 0 22 22" aria-hidden="true"><path d="M5 5l12 12M17 5 5 17"/></svg>'
