import { Body } from '@react-email/body'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Heading } from '@react-email/heading'
import { Hr } from '@react-email/hr'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import { Fragment, type ReactNode } from 'react'
import type { Locale } from '#domain/markets'
import { mailWord } from './words'

export const ink = '#1D1916'
export const muted = '#62584C'
export const line = '#D9D0C1'
const paper = '#F7F3EC'
const raised = '#FFFDF9'
const text = "'Helvetica Neue', Helvetica, Arial, sans-serif"

interface FrameProps {
  locale: Locale
  heading: string
  preview: string
  children: ReactNode
  action?: { label: string; href: string }
}

/** The sheet every mail is written on: paper ground, one serif heading, at most one button. */
export function Frame({ locale, heading, preview, children, action }: FrameProps) {
  return (
    <Html lang={locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
      </Head>
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: paper, margin: 0, padding: '32px 12px', fontFamily: text, color: ink }}>
        <Container
          style={{
            maxWidth: 560,
            backgroundColor: raised,
            padding: '36px 32px',
            border: `1px solid ${line}`,
          }}
        >
          <Text style={{ fontFamily: 'Georgia, serif', fontSize: 22, margin: '0 0 28px' }}>Molini</Text>
          <Heading
            as="h1"
            style={{
              fontFamily: 'Georgia, serif',
              fontWeight: 400,
              fontSize: 30,
              lineHeight: '36px',
              margin: '0 0 20px',
            }}
          >
            {heading}
          </Heading>
          {children}
          {action && (
            <Section style={{ margin: '28px 0 0' }}>
              <Link
                href={action.href}
                style={{
                  display: 'inline-block',
                  backgroundColor: ink,
                  color: paper,
                  padding: '14px 28px',
                  borderRadius: 2,
                  textDecoration: 'none',
                  fontSize: 16,
                }}
              >
                {action.label}
              </Link>
            </Section>
          )}
          <Hr style={{ borderColor: line, margin: '36px 0 16px' }} />
          <Text style={{ color: muted, fontSize: 14, lineHeight: '20px', margin: 0 }}>
            {mailWord(locale, 'questions')}
            <br />
            {mailWord(locale, 'signature')}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

export const Paragraph = ({ children }: { children: ReactNode }) => (
  <Text style={{ fontSize: 16, lineHeight: '24px', margin: '0 0 16px' }}>{children}</Text>
)

/** What stands beneath the words, in small. */
export const Small = ({ children }: { children: ReactNode }) => (
  <Text style={{ color: muted, fontSize: 14, lineHeight: '22px', margin: '0 0 8px' }}>{children}</Text>
)

export const SmallLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} style={{ color: muted, textDecoration: 'underline' }}>
    {children}
  </Link>
)

/** Texts as they were written, line by line. */
export const Paragraphs = ({ texts }: { texts: readonly string[] }) =>
  texts.map((text, index) => (
    <Paragraph key={index}>
      {text.split('\n').map((one, at) => (
        <Fragment key={at}>
          {at > 0 && <br />}
          {one}
        </Fragment>
      ))}
    </Paragraph>
  ))
