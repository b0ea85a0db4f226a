declare module 'pg-copy-streams' {
  import type { Submittable } from 'pg'
  import type { Readable, Writable } from 'node:stream'

  /** The end of a `COPY ... FROM STDIN` into which the rows are written. */
  export function from(statement: string): Writable & Submittable

  /** The end of a `COPY ... TO STDOUT` from which the rows are read. */
  export function to(statement: string): Readable & Submittable
}
