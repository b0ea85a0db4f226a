export interface MediaFile {
  readonly filename: string
  /** Null for the pictures of the demo shop, which are kept under their names. */
  readonly key: string | null
}

/** Where the file of a picture lies in the store. */
export const keyOfMedia = ({ filename, key }: MediaFile): string => key ?? `media/${filename}`
