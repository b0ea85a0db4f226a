import type { Config, UIField, Widget, WidgetInstance, WidgetWidth } from 'payload'
import type { Permission } from '#domain/permissions'
import { staffCan } from './access'

type AdminConfig = NonNullable<Config['admin']>

/** A component of `src/admin` by its path below it: `orders/order-view#OrderView`. */
export const screen = (path: string): string => `/src/admin/${path}`

/** A column of a list that is calculated, not stored. Payload also draws it on forms, then without a row. */
export const column = (name: string, label: string, path: string): UIField => ({
  name,
  type: 'ui',
  label,
  admin: { components: { Cell: screen(path), Field: false }, disableBulkEdit: true },
})

/** How a stored field reads in lists. */
export const cell = (path: string): { Cell: string } => ({ Cell: screen(path) })

/** A document that services write is shown by a view of ours, not by a form nobody may fill in. */
export const ownView = (path: string) => ({
  edit: { default: { Component: screen(path), tab: { condition: () => false } } },
})

const marketOf: Readonly<Record<string, string>> = { it: '/it', de: '/de' }

/** Where staff see a draft as the shop would show it, in the market of the language they edit. */
const previewOf = (collection: string, id: unknown, locale: string | undefined): string | null =>
  typeof id === 'string' ? `${marketOf[locale ?? ''] ?? ''}/preview/${collection}/${id}` : null

/** The preview of a collection: a button that opens it, and the same beside the form. */
export const previewed = (collection: string) => ({
  preview: (doc: Record<string, unknown>, { locale }: { locale: string }) =>
    previewOf(collection, doc.id, locale),
  livePreview: {
    url: ({ data, locale }: { data: Record<string, unknown>; locale: { code: string } }) =>
      previewOf(collection, data.id, locale?.code) ?? '',
    breakpoints: [
      { name: 'phone', label: 'Phone', width: 390, height: 844 },
      { name: 'desk', label: 'Desk', width: 1440, height: 900 },
    ],
  },
})

export const adminComponents: AdminConfig['components'] = {
  graphics: { Logo: screen('marks#Wordmark'), Icon: screen('marks#Mark') },
  providers: [screen('form-answers.client#FormAnswers')],
  afterNavLinks: [screen('operations/nav-link#OperationsLink')],
  beforeLogin: [screen('sign-in/led-on#LedOn')],
  afterLogin: [screen('sign-in/google-door#GoogleDoor')],
  views: {
    'second-step': {
      Component: screen('sign-in/second-step-view#SecondStepView'),
      path: '/second-step',
      exact: true,
      meta: { title: 'Second step' },
    },
    'second-factor': {
      Component: screen('sign-in/second-factor-view#SecondFactorView'),
      path: '/second-factor',
      exact: true,
      meta: { title: 'Second step' },
    },
    unauthorized: { Component: screen('sign-in/unauthorized-view#UnauthorizedView') },
    operations: {
      Component: screen('operations/operations-view#OperationsView'),
      path: '/operations',
      meta: { title: 'Operations' },
    },
  },
}

interface Placed extends Widget {
  needs: Permission
  width: WidgetWidth
}

/** Each widget asks for its permission again when it is drawn; this is only where it stands at first. */
const placed: Placed[] = [
  {
    slug: 'today',
    label: 'Today',
    Component: screen('dashboard/today#TodayWidget'),
    needs: 'orders.read',
    width: 'large',
    minWidth: 'medium',
  },
  {
    slug: 'waiting',
    label: 'Waiting',
    Component: screen('dashboard/work#WorkWidget'),
    needs: 'orders.read',
    width: 'small',
    minWidth: 'small',
  },
  {
    slug: 'last-orders',
    label: 'Last orders',
    Component: screen('dashboard/last-orders#LastOrdersWidget'),
    needs: 'orders.read',
    width: 'large',
    minWidth: 'medium',
  },
  {
    slug: 'unsent-mail',
    label: 'Unsent mail',
    Component: screen('dashboard/unsent-mail#UnsentMailWidget'),
    needs: 'orders.read',
    width: 'small',
    minWidth: 'small',
  },
  {
    slug: 'low-stock',
    label: 'Running out',
    Component: screen('dashboard/low-stock#LowStockWidget'),
    needs: 'stock.read',
    width: 'full',
    minWidth: 'medium',
  },
  {
    slug: 'missing-photos',
    label: 'Missing pictures',
    Component: screen('dashboard/missing-photos#MissingPhotosWidget'),
    needs: 'catalog.write',
    width: 'full',
    minWidth: 'medium',
  },
  {
    slug: 'backups',
    label: 'Backups',
    Component: screen('dashboard/backups#BackupsWidget'),
    needs: 'settings.write',
    width: 'small',
    minWidth: 'small',
  },
]

export const dashboard: AdminConfig['dashboard'] = {
  widgets: placed.map(({ slug, label, Component, minWidth }) => ({ slug, label, Component, minWidth })),
  defaultLayout: ({ req }) =>
    placed
      .filter(({ needs }) => staffCan(req.user, needs))
      .map(({ slug, width }) => ({ widgetSlug: slug, width }) as WidgetInstance),
}
