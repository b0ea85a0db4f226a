import type { DefaultServerCellComponentProps } from 'payload'
import Link from 'next/link'
import { deed } from './changes'

export function WhatCell({ rowData }: DefaultServerCellComponentProps) {
  if (!rowData) return null
  const { id, action, entity } = rowData as { id: string; action: string; entity: string }
  return (
    <Link href={`/admin/collections/audit-entries/${id}`} prefetch={false}>
      {deed(action, entity)}
    </Link>
  )
}
