interface Props {
  kind: 'invoice' | 'packing-slip' | 'return-label'
  /** Of the invoice or credit note, the shipment, or the return. */
  id: string
  children: string
}

/** Opens a paper as PDF, in a tab of its own. */
export const PaperLink = ({ kind, id, children }: Props) => (
  <a className="m-button m-small" href={`/api/papers/${kind}/${id}`} target="_blank" rel="noopener">
    {children}
  </a>
)
