import type { Language, TextNode } from '../catalogue/types'
import type { Fields } from './documents'

const common = { direction: 'ltr', format: '', indent: 0, version: 1 } as const

const textOf = (text: string): Fields => ({
  type: 'text',
  version: 1,
  text,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
})

const listItem = (text: string, index: number): Fields => ({
  ...common,
  type: 'listitem',
  value: index + 1,
  children: [textOf(text)],
})

function nodeOf(node: TextNode, language: Language): Fields {
  if (node.kind === 'ul') {
    const children = node.items.map((item, index) => listItem(item[language], index))
    return { ...common, type: 'list', listType: 'bullet', tag: 'ul', start: 1, children }
  }
  const children = [textOf(node.text[language])]
  if (node.kind === 'p') return { ...common, type: 'paragraph', textFormat: 0, textStyle: '', children }
  return { ...common, type: 'heading', tag: node.kind, children }
}

/** The state of Payload's editor for one language. */
export const richText = (nodes: readonly TextNode[], language: Language): Fields => ({
  root: { ...common, type: 'root', children: nodes.map((node) => nodeOf(node, language)) },
})
