import type { PayloadRequest } from 'payload'
import { recordAudit, type AuditEntry } from './audit'

/** Appends to the audit chain what a shopper did with the own account; the chain names them by id alone. Call it last. */
export const auditByCustomer = (
  req: PayloadRequest,
  customerId: string,
  entry: Pick<AuditEntry, 'action' | 'before' | 'after'>,
): Promise<void> =>
  recordAudit({ ...req, user: { id: customerId, name: 'customer' } } as unknown as PayloadRequest, {
    ...entry,
    entity: 'customers',
    entityId: customerId,
  })
