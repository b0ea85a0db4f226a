import { renderToBuffer } from '@react-pdf/renderer'
import type { Paper } from '#domain/papers'
import { registerFaces } from './faces'
import { InvoicePaper } from './invoice'
import { PackingSlip } from './packing-slip'
import { ReturnLabel } from './return-label'

function sheetOf(paper: Paper) {
  switch (paper.kind) {
    case 'invoice':
      return InvoicePaper(paper)
    case 'packing-slip':
      return PackingSlip(paper)
    case 'return-label':
      return ReturnLabel(paper)
  }
}

/** A paper as PDF. The same paper gives the same bytes. */
export function paperPdf(paper: Paper): Promise<Buffer> {
  registerFaces()
  return renderToBuffer(sheetOf(paper))
}
