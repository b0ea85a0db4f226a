import { isFileKey, type ListedFile } from './file-store'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole)

/** The text of the first element called `name`; '' when there is none. S3 answers flat XML without attributes there. */
export function textOf(xml: string, name: string): string {
  const [, text = ''] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? []
  return unescape(text)
}

/** A page of ListObjectsV2; undefined when it is none or is cut off. Files that are not ours, by their key, are left out. */
export function readListing(xml: string): { files: ListedFile[]; next?: string } | undefined {
  if (!/<ListBucketResult[\s>]/.test(xml) || !xml.trimEnd().endsWith('</ListBucketResult>')) return undefined
  const files = [...xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].map(([, one = '']) => ({
    key: textOf(one, 'Key'),
    size: Number(textOf(one, 'Size')),
    writtenAt: new Date(textOf(one, 'LastModified')),
  }))
  const next = textOf(xml, 'IsTruncated') === 'true' ? textOf(xml, 'NextContinuationToken') : ''
  return { files: files.filter(({ key }) => isFileKey(key)), ...(next && { next }) }
}
