import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'

export const script = '<script>alert(document.domain)</script>'
/** Stands in what a file carries besides its pixels; nothing that the shop gives out may hold it. */
export const mark = 'secret-of-the-camera'

export const picture = (format: 'png' | 'jpeg' | 'webp' | 'avif', width = 60, height = 40): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } })
    .withExif({ IFD0: { Copyright: mark }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 4/1 0/1' } })
    .toFormat(format)
    .toBuffer()

/** A file of a form: what it says it is, and what it is. */
export interface HostileFile {
  what: string
  name: string
  type: string
  bytes: () => Promise<Buffer | string> | Buffer | string
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG that says it has so many pixels each way. */
function hugePng(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(1_000_000)))
  return Buffer.concat([pngHead, chunk('IHDR', header), pixels, chunk('IEND', Buffer.alloc(0))])
}

/** A JPEG whose frame is rewritten to say that it is as large as a JPEG can be. */
async function hugeJpeg(): Promise<Buffer> {
  const bytes = Buffer.from(await picture('jpeg'))
  const frame = bytes.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(bytes[at + 1] ?? 0))
  bytes.writeUInt16BE(65_500, frame + 5)
  bytes.writeUInt16BE(65_500, frame + 7)
  return bytes
}

/** An archive of one file, ten megabytes of noughts in ten kilobytes. */
function zipBomb(): Buffer {
  const plain = Buffer.alloc(10_000_000)
  const packed = deflateRawSync(plain)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(crc32(plain), 14)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(plain.length, 22)
  local.writeUInt16LE(5, 26)
  return Buffer.concat([local, Buffer.from('a.bin'), packed])
}

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inner}</svg>`
const half = async (format: 'png' | 'jpeg') => {
  const bytes = await picture(format, 600, 400)
  return bytes.subarray(0, 40)
}

const file = (what: string, name: string, type: string, bytes: HostileFile['bytes']): HostileFile => ({
  ...{ what, name, type, bytes },
})

/** What is no picture, whatever it says: refused with a 4xx. */
export const refusedFiles: readonly HostileFile[] = [
  file('an SVG with a script', 'a.svg', 'image/svg+xml', () => svg(script)),
  file('an SVG that says it is a PNG', 'a.png', 'image/png', () => svg(script)),
  file('an SVG that runs when it is loaded', 'a.svg', 'image/svg+xml', () => svg('', ' onload="alert(1)"')),
  file('an SVG with a page in it', 'a.svg', 'image/svg+xml', () =>
    svg(`<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">${script}</body></foreignObject>`),
  ),
  file(
    'an SVG that asks for a file of the server',
    'a.png',
    'image/png',
    () =>
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`,
  ),
  file('an SVG that asks for an address', 'a.webp', 'image/webp', () =>
    svg('<image href="http://169.254.169.254/latest/meta-data/"/>'),
  ),
  file('a packed SVG', 'a.svgz', 'image/svg+xml', () => gzipSync(svg(script))),
  file('a page', 'a.html', 'text/html', () => script),
  file('a page that says it is a PNG', 'a.png', 'image/png', () => `<!doctype html>${script}`),
  file('a page that says it is a JPEG', 'a.jpg', 'image/jpeg', () => `\ufeff<html>${script}</html>`),
  file('a page with the name of a picture', 'a.png.html', 'image/png', () => script),
  file('a page of its mail', 'a.mhtml', 'message/rfc822', () => `MIME-Version: 1.0\r\n\r\n${script}`),
  file(
    'an XHTML page',
    'a.xhtml',
    'application/xhtml+xml',
    () => `<html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`,
  ),
  file('a script', 'a.js', 'text/javascript', () => 'alert(1)'),
  file('a program for the server', 'a.php.png', 'image/png', () => '<?php system($_GET["c"]); ?>'),
  file('settings of a server', '.htaccess', 'image/png', () => 'AddType application/x-httpd-php .png'),
  file('a program', 'a.exe', 'image/png', () => Buffer.from('4d5a90000300000004000000ffff0000', 'hex')),
  file('a program with the name of a picture', 'a.jpg', 'image/jpeg', () =>
    Buffer.from('7f454c46020101', 'hex'),
  ),
  file(
    'a document',
    'a.pdf',
    'application/pdf',
    () => `%PDF-1.4\n1 0 obj <</S /JavaScript /JS (app.alert(1))>>`,
  ),
  file('a document that says it is a picture', 'a.png', 'image/png', () => `%PDF-1.4\n${script}`),
  file('a text', 'a.txt', 'text/plain', () => 'hello'),
  file('an archive', 'a.zip', 'application/zip', () => 'PK\u0003\u0004nothing'),
  file('an archive that grows a thousandfold, as a picture', 'a.png', 'image/png', zipBomb),
  file('packed noughts, as a picture', 'a.webp', 'image/webp', () => gzipSync(Buffer.alloc(10_000_000))),
  file(
    'a PNG that is none behind its first bytes',
    'a.png',
    'image/png',
    () => `\u0089PNG\r\n\u001a\n${script}`,
  ),
  file('a GIF that is a script', 'a.gif', 'image/gif', () => `GIF89a/*${script}*/=1`),
  file('a picture of fifty thousand pixels square', 'a.png', 'image/png', () => hugePng(50_000)),
  file('a picture of eight thousand pixels square and nothing in it', 'a.png', 'image/png', () =>
    hugePng(8_000),
  ),
  file('the largest JPEG there can be', 'a.jpg', 'image/jpeg', hugeJpeg),
  file('half a PNG', 'a.png', 'image/png', () => half('png')),
  file('half a JPEG', 'a.jpg', 'image/jpeg', () => half('jpeg')),
  file('nothing', 'a.png', 'image/png', () => ''),
]

/** Pictures under names that lead elsewhere: they lie in the folder of the pictures under another name, or nowhere. */
export const hostileNames: readonly string[] = [
  '../../../escape.png',
  '..\\..\\escape.png',
  '/etc/escape.png',
  'a/../../escape.png',
  '%2e%2e%2f%2e%2e%2fescape.png',
  'escape.png\u0000.html',
  'escape.php.png',
  'escape\u202egnp.html',
  '"><img src=x onerror=alert(1)>escape.png',
  `${'x'.repeat(400)}.png`,
]

const before = async (format: 'png' | 'jpeg' | 'webp', more: Buffer | string) =>
  Buffer.concat([await picture(format), Buffer.from(more)])

/** A comment of a JPEG, behind its first marker. */
async function withComment(text: string): Promise<Buffer> {
  const bytes = await picture('jpeg')
  const comment = Buffer.alloc(4)
  comment.writeUInt16BE(0xfffe, 0)
  comment.writeUInt16BE(text.length + 2, 2)
  return Buffer.concat([bytes.subarray(0, 2), comment, Buffer.from(text), bytes.subarray(2)])
}

/** A chunk of words of a PNG, behind its header. */
async function withWords(): Promise<Buffer> {
  const bytes = await picture('png')
  const words = chunk('tEXt', Buffer.from(`Comment\0${script}${mark}`))
  return Buffer.concat([bytes.subarray(0, 33), words, bytes.subarray(33)])
}

/** Pictures that are something else as well: taken, and drawn anew from their pixels alone. */
export const redrawnFiles: readonly HostileFile[] = [
  file('a JPEG with a page behind it', 'shoe.html.jpg', 'image/jpeg', () => before('jpeg', script)),
  file('a PNG with an archive behind it', 'shoe.zip.png', 'image/png', () => before('png', zipBomb())),
  file('a WebP with a page behind it', 'shoe.webp', 'image/webp', () => before('webp', `${script}${mark}`)),
  file('a JPEG with a program in its comment', 'shoe.php.jpg', 'image/jpeg', () =>
    withComment(`<?php /*${mark}*/ ?>${script}`),
  ),
  file('a PNG with a script in its words', 'shoe.png', 'image/png', withWords),
  file('a JPEG that says where it was taken', 'shoe.jpg', 'image/jpeg', () => picture('jpeg')),
]
