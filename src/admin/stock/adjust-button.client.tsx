'use client'

import { useState, type ReactNode } from 'react'
import { useAuth } from '@payloadcms/ui'
import { mayStaff } from '../staff'
import { AdjustDialog } from './adjust-dialog.client'
import type { AdjustTarget } from './adjust-plan'

interface Props extends AdjustTarget {
  className?: string
  label?: string
  children?: ReactNode
}

/** Opens the dialog that changes what is on hand; absent for whoever may not. */
export function AdjustButton({ className = 'm-button m-small', label, children, ...target }: Props) {
  const { user } = useAuth()
  const [open, setOpen] = useState(false)
  if (!mayStaff(user, 'stock.adjust')) return children ? <span className={className}>{children}</span> : null
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={label ?? `Adjust ${target.name}`}
        onClick={() => setOpen(true)}
      >
        {children ?? 'Adjust'}
      </button>
      {open ? <AdjustDialog {...target} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
