import { expect, test } from 'vitest'
import { richBlocks } from './rich-text'

const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
const document = (...children: unknown[]) => ({ root: { children } })

test('paragraphs, headings and lists become blocks of plain spans', () => {
  const body = document(
    { type: 'heading', tag: 'h2', children: [text('Care')] },
    { type: 'paragraph', children: [text('Brush '), text('often', 1), text('.')] },
    { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [text('Cedar')] }] },
  )
  expect(richBlocks(body)).toEqual([
    { kind: 'h2', spans: [{ text: 'Care' }] },
    { kind: 'p', spans: [{ text: 'Brush ' }, { text: 'often', bold: true }, { text: '.' }] },
    { kind: 'ul', items: [[{ text: 'Cedar' }]] },
  ])
})

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x'])(
  'a link to %s is only its words',
  (url) => {
    const body = document({
      type: 'paragraph',
      children: [{ type: 'link', fields: { url }, children: [text('here')] }],
    })
    expect(richBlocks(body)).toEqual([{ kind: 'p', spans: [{ text: 'here' }] }])
  },
)

test('a link of ours keeps its address', () => {
  const link = { type: 'link', fields: { url: '/size-guide' }, children: [text('sizes')] }
  expect(richBlocks(document({ type: 'paragraph', children: [link] }))).toEqual([
    { kind: 'p', spans: [{ text: 'sizes', href: '/size-guide' }] },
  ])
})

test.each([undefined, null, {}, { root: {} }, 'words'])('%j is no text', (value) => {
  expect(richBlocks(value)).toEqual([])
})
