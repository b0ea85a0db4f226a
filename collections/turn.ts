import { ValidationError, type Field, type FieldHook, type PayloadRequest } from 'payload'
import { isClip } from '#domain/clip'
import { fewestFrames, mostFrames, turnFault } from '#domain/turn'
import { screen } from './admin-screens'
import { isId } from './media-kind'

const idsOf = (value: unknown): unknown[] =>
  (Array.isArray(value) ? value : []).map((one: unknown) => (one as { id?: unknown } | null)?.id ?? one)

const readFiles = async (req: PayloadRequest, ids: readonly string[]) =>
  (
    await req.payload.find({
      collection: 'media',
      where: { id: { in: [...new Set(ids)] } },
      select: { mimeType: true, width: true, height: true },
      ...{ depth: 0, limit: mostFrames + 1, pagination: false, overrideAccess: true, req },
    })
  ).docs

/** Drafts too: what is no picture is no frame, whatever else is still missing. */
const picturesAlone: FieldHook = async ({ value, req, path }) => {
  const ids = idsOf(value)
  if (ids.length === 0) return value
  const refuse = (message: string): never => {
    throw new ValidationError({ errors: [{ path: path.join('.'), message }], req })
  }
  if (ids.length > mostFrames) return refuse(`At most ${mostFrames} pictures.`)
  const files = await readFiles(req, ids.filter(isId))
  const isPicture = (id: unknown): boolean => files.some((file) => file.id === id && !isClip(file.mimeType))
  const odd = ids.findIndex((id) => !isPicture(id))
  return odd < 0 ? value : refuse(`Number ${odd + 1} is no picture of the shop. Choose pictures.`)
}

/** What is published turns. */
async function validateTurn(value: unknown, { req }: { req: PayloadRequest }): Promise<string | true> {
  const ids = idsOf(value).filter(isId)
  if (ids.length === 0) return true
  const files = new Map((await readFiles(req, ids)).map((file) => [file.id, file]))
  const frames = ids.map((id) => ({
    id,
    width: files.get(id)?.width ?? 0,
    height: files.get(id)?.height ?? 0,
  }))
  return turnFault(frames) ?? true
}

const frames: Field = {
  name: 'turn',
  type: 'upload',
  relationTo: 'media',
  hasMany: true,
  label: 'Pictures',
  // Nobody who reads a product wants dozens of pictures in full.
  maxDepth: 0,
  filterOptions: { or: [{ mimeType: { not_like: 'video/' } }, { mimeType: { exists: false } }] },
  hooks: { beforeValidate: [picturesAlone] },
  validate: validateTurn,
  admin: {
    description: `${fewestFrames} to ${mostFrames} pictures from all around the shoe, evenly apart, in their order and of the same proportions. From each to the next, what is in front moves to the right. Upload them together: "Edit all" gives them one alternative text.`,
    disableListColumn: true,
    disableListFilter: true,
  },
}

/** Pictures all around a shoe, which its page turns through: a long row, and most forms are opened for something else. */
export const turnField: Field = {
  type: 'collapsible',
  label: 'Turn',
  admin: { initCollapsed: true },
  fields: [
    frames,
    {
      name: 'turnPreview',
      type: 'ui',
      label: 'Turn, as it is shown',
      admin: {
        components: { Field: screen('products/turn-preview.client#TurnPreview') },
        disableListColumn: true,
        disableBulkEdit: true,
      },
    },
  ],
}
