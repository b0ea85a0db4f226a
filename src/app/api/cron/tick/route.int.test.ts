import { expect, test } from 'vitest'
import { env } from '#env'
import { GET, POST } from './route'

const url = 'http://shop.test/api/cron/tick'
const call = (handler: typeof GET, authorization?: string) =>
  handler(
    new Request(url, {
      method: handler === GET ? 'GET' : 'POST',
      ...(authorization && { headers: { authorization } }),
    }),
  )

test.each([
  undefined,
  'Bearer',
  'Bearer wrong',
  `Basic ${env.CRON_SECRET}`,
  env.CRON_SECRET,
  `Bearer ${env.CRON_SECRET}x`,
])('without the secret nothing is done: %s', async (authorization) => {
  for (const handler of [GET, POST]) expect((await call(handler, authorization)).status).toBe(401)
})

test('whatever is wrong with it, the answer is the same to the letter', async () => {
  const right = env.CRON_SECRET
  const wrong = [
    undefined,
    'x',
    right.slice(0, -1),
    `${right}x`,
    `X${right.slice(1)}`,
    `${right.slice(0, -1)}X`,
  ]
  const told = async (secret?: string) => {
    const answer = await call(GET, secret && `Bearer ${secret}`)
    return { status: answer.status, headers: [...answer.headers], text: await answer.text() }
  }
  const answers = await Promise.all(wrong.map(told))
  expect(JSON.parse(answers[0]?.text ?? '')).toMatchObject({ status: 401, code: 'cron.secret' })
  for (const answer of answers) expect(answer).toEqual(answers[0])
})

test('with it the jobs run, called as Vercel does and as the shop itself does', async () => {
  for (const handler of [GET, POST]) {
    const answer = await call(handler, `Bearer ${env.CRON_SECRET}`)
    expect(answer.status).toBe(200)
    const { jobs } = (await answer.json()) as { jobs: Record<string, number | string> }
    expect(Object.keys(jobs)).toContain('sweep-files')
    expect(Object.values(jobs)).not.toContain('failed')
  }
})
