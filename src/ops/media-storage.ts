import type { PluginOptions } from '@payloadcms/plugin-cloud-storage/types'

/** Files lie on this machine's disk. The cloud columns exist all the same: every environment has one schema. */
export const storedElsewhere: PluginOptions = {
  enabled: false,
  alwaysInsertFields: true,
  collections: {
    media: {
      adapter: () => ({
        name: 'disk',
        fields: [{ name: '_key', type: 'text', admin: { hidden: true } }],
        handleUpload: () => undefined,
        handleDelete: () => undefined,
        staticHandler: () => new Response(null, { status: 404 }),
      }),
    },
  },
}
