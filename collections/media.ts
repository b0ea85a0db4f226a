import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionConfig,
} from 'payload'
import {
  beginsAs,
  captionFault,
  clipSeconds,
  clipTypes,
  isClip,
  mostCaptions,
  mostClipBytes,
} from '#domain/clip'
import { picturePlaces } from '#services/picture-use'
import { anyone, can, never } from './access'
import { pictureField } from './fields'

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

/** Payload reads the type from the bytes where it knows them, and else believes the name: a video is never believed. */
const checkClip: CollectionBeforeChangeHook = ({ data, req }) => {
  if (!req.file) return data
  if (!isClip(data.mimeType)) return { ...data, seconds: null }
  if (!beginsAs(String(data.mimeType), req.file.data))
    throw new APIError('This is no MP4 and no WebM video.', 400, undefined, true)
  if (req.file.data.byteLength > mostClipBytes)
    throw new APIError(
      `A video has at most ${mostClipBytes / 1024 / 1024} MB. Cut it shorter, or save it smaller.`,
      413,
      undefined,
      true,
    )
  return { ...data, seconds: clipSeconds(String(data.mimeType), req.file.data) ?? null }
}

const ofClip = ({ mimeType }: { mimeType?: unknown }): boolean => isClip(mimeType)

/** Raster pictures, re-encoded on arrival, their sizes made on demand by the image route; and short videos, kept as they are. */
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
  hooks: { beforeChange: [checkClip], beforeDelete: [refuseInUse] },
  disableDuplicate: true,
  upload: {
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', ...Object.values(clipTypes)],
    focalPoint: true,
    pasteURL: false,
    constructorOptions: { limitInputPixels: 50_000_000 },
    formatOptions: { format: 'webp', options: { quality: 88 } },
    resizeOptions: { width: 3200, withoutEnlargement: true },
    // Every change of the row gives the picture another address, so that a replaced file is seen at once.
    adminThumbnail: ({ doc }) =>
      isClip(doc.mimeType) ? null : `/media/${String(doc.id)}-${fileVersion(doc.updatedAt)}/160.webp`,
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
    pictureField('poster', {
      admin: {
        description: 'Seen until the video plays. Without one its product does not show it.',
        condition: ofClip,
      },
    }),
    {
      name: 'captions',
      type: 'textarea',
      localized: true,
      maxLength: mostCaptions,
      validate: (value: string | null | undefined) => captionFault(value) ?? true,
      admin: {
        description:
          'What is said and heard, for those who do not hear it, as WebVTT. A silent video needs none.',
        condition: ofClip,
      },
    },
    {
      name: 'seconds',
      type: 'number',
      access: { create: () => false, update: () => false },
      admin: { description: 'How long it lasts, where its file says so.', condition: ofClip },
    },
  ],
}
