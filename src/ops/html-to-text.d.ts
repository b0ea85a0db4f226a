/** What we use of it; the package brings no types. */
declare module 'html-to-text' {
  export interface SelectorDefinition {
    selector: string
    format?: string
    options?: object
  }
  export interface HtmlToTextOptions {
    wordwrap?: number | false
    selectors?: readonly SelectorDefinition[]
  }
  export function compile(options: HtmlToTextOptions): (html: string) => string
}
