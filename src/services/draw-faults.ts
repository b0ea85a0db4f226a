import type { PayloadRequest } from 'payload'
import { launchFaults, type LaunchFault, type LaunchPlan } from '#domain/draw'
import { run, type Statement } from './statement'
import { connectionOf } from './transaction'

/** As it was drawn, whatever a draft of the product says. */
const made: Statement = {
  name: 'draw-made',
  text: `SELECT p.launch_by AS "launchBy", p.launched_at AS "launchedAt" FROM draws d JOIN products p ON p.id = d.product_id
    WHERE d.product_id = $1 AND d.drawn_at IS NOT NULL`,
}

type Doc = Readonly<Record<string, unknown>>

const planOf = (doc: Doc): LaunchPlan => ({
  launchBy: doc.launchBy as string | null,
  launchedAt: doc.launchedAt as string | Date | null,
  isForSale: doc._status === 'published' && !doc.deletedAt,
})

/** Why a product that was `before` cannot be saved as `after` with its launch; nothing where it can. A trigger of the database stands behind it. */
export async function drawFaults(
  req: PayloadRequest,
  before: Doc | undefined,
  after: Doc,
): Promise<LaunchFault[]> {
  const id = before?.id
  const runner = (await connectionOf(req)) ?? req
  const [drawn] = id ? await run<Omit<LaunchPlan, 'isForSale'>>(runner, made, [id]) : []
  const was = planOf(before ?? {})
  return launchFaults(drawn ? { ...was, ...drawn } : was, planOf(after), {
    isDrawn: drawn !== undefined,
    now: new Date(),
  })
}
