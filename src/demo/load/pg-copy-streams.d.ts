declare module 'pg-copy-streams' {
  import type { Submittable } from 'pg'
  import type { Writable } from 'node:stream'

  /** The end of a `COPY ... FROM STDIN` into which the rows are written. */
  export function from(statement: string): Writable & Submittable
}
