import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type CustomElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>

/** Our custom elements: plain boxes until `src/islands` improves what is in them. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'add-to-bag': CustomElement
      'bag-drawer': CustomElement
      'consent-bar': CustomElement
      'facet-form': CustomElement
      'header-tools': CustomElement
      'launch-countdown': CustomElement
      'own-price': CustomElement
      'quick-sizes': CustomElement
      'seen-shoes': CustomElement
      'search-hints': CustomElement
      'shoe-card': CustomElement
      'shoe-gallery': CustomElement
      'shoe-turn': CustomElement
      'size-guide': CustomElement
      'size-systems': CustomElement
      'theme-switch': CustomElement
      'wish-button': CustomElement
    }
  }
}
