import { htmlAnswer, readMailbox } from '../mailbox'

export const dynamic = 'force-dynamic'

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const [mail] = (await readMailbox((await params).id)) ?? []
  if (!mail) return htmlAnswer('', 404)
  return htmlAnswer(mail.html ?? '<p>This mail is not written yet. Reload in a moment.</p>')
}
