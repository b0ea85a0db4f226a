import type { CollectionConfig } from 'payload'
import { join } from 'node:path'
import { env } from '#env'
import { anyone, can, never } from './access'

/** Raster pictures only, re-encoded on arrival; sizes are made on demand by the image route. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Picture', plural: 'Pictures' },
  admin: { group: 'Content', useAsTitle: 'filename', defaultColumns: ['filename', 'alt', 'width', 'height'] },
  access: {
    read: anyone,
    create: can('content.write'),
    update: can('content.write'),
    delete: can('content.write'),
    readVersions: never,
  },
  disableDuplicate: true,
  upload: {
    staticDir: join(env.MOLINI_DATA_DIR, 'media'),
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    focalPoint: true,
    pasteURL: false,
    constructorOptions: { limitInputPixels: 50_000_000 },
    formatOptions: { format: 'webp', options: { quality: 88 } },
    resizeOptions: { width: 3200, withoutEnlargement: true },
    adminThumbnail: ({ doc }) => `/media/${String(doc.id)}/160.webp`,
  },
  fields: [{ name: 'alt', type: 'text', required: true, localized: true, maxLength: 240 }],
}
