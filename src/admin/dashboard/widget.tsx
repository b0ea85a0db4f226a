import type { ReactNode } from 'react'
import Link from 'next/link'

interface Props {
  title: string
  link?: { href: string; label: string }
  children: ReactNode
}

/** The frame of a widget: a title in the display face and one way on. */
export function Widget({ title, link, children }: Props) {
  return (
    <section className="m-widget">
      <header className="m-between">
        <h2>{title}</h2>
        {link ? (
          <Link href={link.href} prefetch={false}>
            {link.label}
          </Link>
        ) : null}
      </header>
      {children}
    </section>
  )
}
