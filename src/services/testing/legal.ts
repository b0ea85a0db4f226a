import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf } from '../transaction'

/** The shop's settings as an invoice needs them. */
export const fillLegal = (req: PayloadRequest) =>
  rowsOf(
    req,
    sql`WITH gone AS (DELETE FROM shop_settings)
      INSERT INTO shop_settings (name, timezone, legal_company, legal_address, legal_vat_number, legal_register)
      VALUES ('Molini', 'Europe/Rome', 'Molini Calzature S.r.l.', E'Via delle Scarpe 1\n60100 Ancona', 'IT01234567897', 'REA AN-123456')`,
  )
