import { anyone, isStaff, never, neverField, publishedOr } from './access'

/** What the plugin wants to know; each collection then states its own access, which is what counts. */
export const pluginAccess = {
  adminOnlyFieldAccess: neverField,
  adminOrPublishedStatus: publishedOr('catalog.write'),
  isAdmin: never,
  isAuthenticated: never,
  isCustomer: ({ req: { user } }: { req: { user: unknown } }) => !isStaff(user) && user !== null,
  isDocumentOwner: never,
  publicAccess: anyone,
}
