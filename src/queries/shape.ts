type Kept<T> = { [K in keyof T]: Exclude<T[K], null> }

/** The same object without its empty values: SQL says null where a view leaves a key out. */
export function without<T extends object>(row: T): Kept<T> {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as Kept<T>
}
