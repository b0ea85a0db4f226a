/** Where somebody goes on to in the admin: a path of ours below it, or its first page. */
export function onwardPath(asked: unknown): string {
  const path = Array.isArray(asked) ? asked[0] : asked
  if (typeof path !== 'string' || path.length > 500) return '/admin'
  return /^\/admin(\/[\w.-]+)*\/?(\?[\w.=&%[\]-]*)?$/.test(path) && !path.includes('..') ? path : '/admin'
}
