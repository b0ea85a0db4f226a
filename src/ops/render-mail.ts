import { plainTextSelectors } from '@react-email/render'
import { compile } from 'html-to-text'
import type { ReactNode } from 'react'

const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'

/** React's hints to a browser, one for each picture; a mail program has no use for them. */
const pictureHints = /<link rel="preload" as="image"[^>]*\/>/g

/** Reading the selectors takes longer than writing a text by them. */
const textOf = compile({ wordwrap: false, selectors: plainTextSelectors })

/**
 * A mail as page and as text. It is what `render` of React Email makes but for the comments by which a browser would take over, at a
 * fifth of the time, all of which whoever asks the shop in that moment waits: drawn once instead of twice, and as one string instead
 * of a stream.
 */
export async function renderMail(body: ReactNode): Promise<{ html: string; text: string }> {
  // Next.js refuses a route among whose static imports it is.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const html = doctype + renderToStaticMarkup(body).replace(pictureHints, '')
  return { html, text: textOf(html) }
}
