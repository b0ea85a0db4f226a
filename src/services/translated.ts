/**
 * A localised column of a row: in the locale that the expression `locale` names, or else in English. Two lookups by a unique
 * index; `parent` is an expression for the id of the row.
 */
export const translatedSql = (table: string, column: string, parent: string, locale: string): string => {
  const inLocale = (of: string) =>
    `(SELECT ${column} FROM ${table} WHERE _parent_id = ${parent} AND _locale = ${of}::_locales)`
  return `coalesce(${inLocale(locale)}, ${inLocale("'en'")})`
}
