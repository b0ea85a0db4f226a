import { createHash } from 'node:crypto'
import type { Paper } from '#domain/papers'

const names: Readonly<Record<Paper['kind'], string>> = {
  invoice: 'invoice',
  'packing-slip': 'packing-slip',
  'return-label': 'return-label',
}

/** `invoice-2026-000001.pdf`; numbers are of our own making, so that nothing in them ends the header. */
const fileName = ({ kind, number }: Paper): string =>
  `${names[kind]}-${number}`.replace(/[^\w-]/g, '').slice(0, 80) + '.pdf'

/**
 * A paper as an answer: a PDF made on demand, to be saved or shown, kept by no cache. The library that makes it is loaded
 * with the first one.
 */
export async function paperAnswer(paper: Paper, how: 'inline' | 'attachment'): Promise<Response> {
  const { paperPdf } = await import('#mail/papers/paper')
  const pdf = await paperPdf(paper)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.byteLength),
      'Content-Disposition': `${how}; filename="${fileName(paper)}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "frame-ancestors 'self'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      ETag: `"${createHash('sha256').update(pdf).digest('base64url').slice(0, 27)}"`,
    },
  })
}
