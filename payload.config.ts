import { postgresAdapter } from '@payloadcms/db-postgres'
import { EUR, GBP, USD, ecommercePlugin } from '@payloadcms/plugin-ecommerce'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { env, insideNext } from '#env'
import { locales } from '#domain/markets'
import { addressesOverride } from '#collections/addresses'
import { AuditEntries } from '#collections/audit-entries'
import { Brands } from '#collections/brands'
import { cartsOverride } from '#collections/carts'
import { Categories } from '#collections/categories'
import { CreditEntries, Credits } from '#collections/credits'
import { Customers } from '#collections/customers'
import { Emails } from '#collections/emails'
import { Footer, Navigation } from '#collections/globals/navigation'
import { ShopSettings } from '#collections/globals/shop-settings'
import { Invoices } from '#collections/invoices'
import { Articles, Authors } from '#collections/journal'
import { MailWordings } from '#collections/mail-wordings'
import { Media } from '#collections/media'
import { ordersOverride } from '#collections/orders'
import { Pages } from '#collections/pages'
import { paymentsOverride } from '#collections/payments'
import { PriceCampaigns } from '#collections/price-campaigns'
import { PriceRecords } from '#collections/price-records'
import { productsOverride } from '#collections/products'
import { Refunds } from '#collections/refunds'
import { CustomerGroups } from '#collections/customer-groups'
import { PromotionCodes, Promotions, Redemptions } from '#collections/promotions'
import { Redirects } from '#collections/redirects'
import { Returns } from '#collections/returns'
import { Reviews } from '#collections/reviews'
import { Shipments } from '#collections/shipments'
import { SearchTerms } from '#collections/search-terms'
import { ShippingMethods, ShippingZones, TaxRates } from '#collections/shipping'
import { sizePointsOverride, sizeScalesOverride } from '#collections/size-scales'
import { Locations, Reservations, StockLevels, StockMovements } from '#collections/stock'
import { Consents } from '#collections/consents'
import { MailSuppressions } from '#collections/mail-suppressions'
import { Messages } from '#collections/messages'
import { DrawEntries } from '#collections/draw-entries'
import { StockAlerts } from '#collections/stock-alerts'
import { Subscribers } from '#collections/subscribers'
import { Styles } from '#collections/styles'
import { Synonyms } from '#collections/synonyms'
import { CarePlans } from '#collections/care-plans'
import { Users } from '#collections/users'
import { variantsOverride } from '#collections/variants'
import { OrderNotes } from '#collections/order-notes'
import { Wishlists } from '#collections/wishlists'
import { Withdrawals } from '#collections/withdrawals'
import { pluginAccess } from '#collections/plugin-access'
import { audited } from '#collections/audited'
import { invalidating } from '#collections/invalidation'
import { priced } from '#collections/priced'
import { moved } from '#collections/moved'
import { guarded } from '#collections/guarded'
import { closeSystemCollections } from '#collections/system-access'
import { mediaStorage, requireStorage } from '#ops/media-storage'
import { menuOrder } from '#collections/admin-order'
import { adminComponents, dashboard } from '#collections/admin-screens'
import { trustedOrigins } from '#ops/origins'
import { mailAdapter } from '#ops/mail-adapter'
import { mailPreviewEndpoints } from '#ops/mail-preview-endpoints'
import { paperEndpoints } from '#ops/paper-endpoints'
import { answerError } from '#ops/error-answers'
import { graphqlLimits } from '#ops/graphql-limits'
import { keepFaults } from '#ops/faults'
import { poolOptions, guardPool } from '#ops/pool'

const root = dirname(fileURLToPath(import.meta.url))

const built = buildConfig({
  secret: env.PAYLOAD_SECRET,
  serverURL: env.NEXT_PUBLIC_APP_URL,
  csrf: [...trustedOrigins()],
  cors: [...trustedOrigins()],
  cookiePrefix: 'molini',
  defaultDepth: 1,
  maxDepth: 3,
  telemetry: false,
  sharp,
  editor: lexicalEditor(),
  db: postgresAdapter({
    pool: poolOptions(),
    idType: 'uuid',
    push: false,
    migrationDir: join(root, 'migrations'),
    disableCreateDatabase: true,
  }),
  email: mailAdapter,
  localization: { locales: [...locales], defaultLocale: 'en', fallback: true },
  graphQL: {
    maxComplexity: 300,
    disablePlaygroundInProduction: true,
    disableIntrospectionInProduction: true,
    validationRules: graphqlLimits,
  },
  admin: {
    user: Users.slug,
    avatar: 'default',
    dateFormat: 'd MMM yyyy, HH:mm',
    meta: { titleSuffix: ' - Molini' },
    importMap: { baseDir: root, importMapFile: join(root, 'src/app/(payload)/admin/importMap.js') },
    components: adminComponents,
    dashboard,
  },
  jobs: { tasks: [], access: { run: () => false, queue: () => false, cancel: () => false } },
  collections: [
    Styles,
    Categories,
    Brands,
    CarePlans,
    Synonyms,
    SearchTerms,
    PriceCampaigns,
    PriceRecords,
    StockLevels,
    StockMovements,
    Reservations,
    StockAlerts,
    DrawEntries,
    Subscribers,
    MailSuppressions,
    Messages,
    Consents,
    Locations,
    Shipments,
    Invoices,
    Refunds,
    Returns,
    Withdrawals,
    OrderNotes,
    Promotions,
    PromotionCodes,
    Redemptions,
    Reviews,
    Wishlists,
    Customers,
    CustomerGroups,
    Credits,
    CreditEntries,
    Pages,
    Articles,
    Authors,
    MailWordings,
    Media,
    Redirects,
    ShippingZones,
    ShippingMethods,
    TaxRates,
    Users,
    Emails,
    AuditEntries,
  ],
  endpoints: [...paperEndpoints, ...mailPreviewEndpoints],
  globals: [Navigation, Footer, ShopSettings],
  plugins: [
    // Its collections, price inputs and variant fields; none of its payment or cart endpoints, stock or React provider.
    ecommercePlugin({
      access: pluginAccess,
      customers: { slug: Customers.slug },
      currencies: { defaultCurrency: 'EUR', supportedCurrencies: [EUR, GBP, USD] },
      inventory: false,
      slugMap: { transactions: 'payments' },
      payments: { paymentMethods: [] },
      products: {
        productsCollectionOverride: productsOverride,
        variants: {
          variantsCollectionOverride: variantsOverride,
          variantTypesCollectionOverride: sizeScalesOverride,
          variantOptionsCollectionOverride: sizePointsOverride,
        },
      },
      carts: { cartsCollectionOverride: cartsOverride },
      orders: { ordersCollectionOverride: ordersOverride },
      transactions: { transactionsCollectionOverride: paymentsOverride },
      addresses: { addressesCollectionOverride: addressesOverride },
    }),
    mediaStorage,
    menuOrder,
    audited,
    moved,
    priced,
    invalidating,
    guarded,
  ],
  // Payload starts a process for that wherever it is opened: tests, a seed and a migration need none.
  typescript: {
    outputFile: join(root, 'src/payload-types.ts'),
    autoGenerate: insideNext && env.NODE_ENV === 'development',
  },
  hooks: { afterError: [answerError] },
  onInit: async (payload) => {
    guardPool(payload)
    keepFaults(payload)
    await requireStorage()
  },
})

export default closeSystemCollections(built)
