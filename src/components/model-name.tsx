/** `Albona Cognac` beside its colour, cognac, is the Albona: a title need not say the colour twice. */
export function modelName(title: string, colour: string | undefined): string {
  const end = ` ${colour ?? ''}`.toLowerCase()
  return colour && title.toLowerCase().endsWith(end) ? title.slice(0, -end.length) : title
}
