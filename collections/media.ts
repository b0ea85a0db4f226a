import { APIError, type CollectionBeforeDeleteHook, type CollectionConfig } from 'payload'
import { picturePlaces } from '#services/picture-use'
import { anyone, can, never } from './access'

/** As `fileVersion` of the queries makes it. */
const fileVersion = (updatedAt: unknown): string => new Date(String(updatedAt)).getTime().toString(16)

const refuseInUse: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const places = await picturePlaces(req, String(id))
  if (places)
    throw new APIError(
      `This picture is still shown: ${places}. Take it away there first.`,
      409,
      undefined,
      true,
    )
}

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
  hooks: { beforeDelete: [refuseInUse] },
  disableDuplicate: true,
  upload: {
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    focalPoint: true,
    pasteURL: false,
    constructorOptions: { limitInputPixels: 50_000_000 },
    formatOptions: { format: 'webp', options: { quality: 88 } },
    resizeOptions: { width: 3200, withoutEnlargement: true },
    // Every change of the row gives the picture another address, so that a replaced file is seen at once.
    adminThumbnail: ({ doc }) => `/media/${String(doc.id)}-${fileVersion(doc.updatedAt)}/160.webp`,
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      label: 'Alternative text',
      required: true,
      localized: true,
      maxLength: 240,
      admin: { description: 'What is to be seen, for those who do not see it: "Brown derby from the side".' },
    },
  ],
}
