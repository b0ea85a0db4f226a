import type { DefaultServerCellComponentProps } from 'payload'
import Link from 'next/link'
import { State } from '../state'
import { mailStateWord, templateWord } from '../words'

export function SubjectCell({ rowData }: DefaultServerCellComponentProps) {
  const { id, subject, template, recipient } = rowData as {
    id: string
    subject?: string | null
    template: string
    recipient: string
  }
  return (
    <Link className="m-two" href={`/admin/collections/emails/${id}`} prefetch={false}>
      {subject || templateWord(template)}
      <span className="m-second">{recipient}</span>
    </Link>
  )
}

export const TemplateCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <>{templateWord(String(cellData))}</>
)
export const MailStateCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <State state={mailStateWord(String(cellData))} />
)
