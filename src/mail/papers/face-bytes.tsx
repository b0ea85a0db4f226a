import faces from './faces.json'

const bytes = (name: keyof typeof faces) => (): Buffer => Buffer.from(faces[name], 'base64')

/** The files behind a family's signs, in the order in which a sign is looked for. */
export const displayFace = [
  bytes('display400'),
  bytes('displayExt400'),
  bytes('greek400'),
  bytes('cyrillic400'),
]
export const textFace = [bytes('text400'), bytes('textExt400'), bytes('greek400'), bytes('cyrillic400')]
