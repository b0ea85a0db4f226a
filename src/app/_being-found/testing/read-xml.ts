import { createRequire } from 'node:module'

export interface XmlNode {
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlNode[]
}

interface Parser {
  onopentag: (tag: { name: string; attributes: Record<string, string> }) => void
  onclosetag: () => void
  ontext: (text: string) => void
  onerror: (error: Error) => void
  write: (text: string) => Parser
  close: () => void
}
const { parser } = createRequire(import.meta.url)('sax') as {
  parser: (strict: boolean, options: { xmlns: boolean }) => Parser
}

/** Reads a document as strictly as XML asks for, namespaces included; throws where it is not well-formed. */
export function readXml(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  const reader = parser(true, { xmlns: true })
  reader.onopentag = ({ name, attributes }) => {
    const values = Object.entries(attributes as unknown as Record<string, { value: string }>)
    const node: XmlNode = {
      name,
      attributes: Object.fromEntries(values.map(([key, { value }]) => [key, value])),
      text: '',
      children: [],
    }
    open.at(-1)?.children.push(node)
    open.push(node)
  }
  reader.onclosetag = () => void open.pop()
  reader.ontext = (part) => {
    const node = open.at(-1)
    if (node) node.text += part
  }
  reader.onerror = (error) => {
    throw error
  }
  reader.write(text).close()
  const [first] = root.children
  if (!first || root.children.length !== 1) throw new Error('Not one element')
  return first
}

export const childrenOf = ({ children }: XmlNode, name: string): XmlNode[] =>
  children.filter((child) => child.name === name)
export const textOf = (node: XmlNode, name: string): string | undefined => childrenOf(node, name)[0]?.text
