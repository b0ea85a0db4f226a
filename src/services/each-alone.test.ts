import type { PayloadRequest } from 'payload'
import { expect, test } from 'vitest'
import { eachAlone } from './each-alone'

function jobOf(faults: Readonly<Record<string, unknown>>) {
  const [said, tried]: [unknown[], string[]] = [[], []]
  const req = { payload: { logger: { error: (line: unknown) => said.push(line) } } }
  const run = (endsAll?: (error: unknown) => boolean) =>
    eachAlone(req as unknown as PayloadRequest, ['a', 'b', 'c', 'd'], {
      name: (item) => `The thing ${item}`,
      work: async (item) => {
        tried.push(item)
        if (faults[item]) throw faults[item]
        return item.toUpperCase()
      },
      ...(endsAll && { endsAll }),
    })
  return { said, tried, run }
}

test('all are done, and what became of each is answered in their order', async () => {
  const { run, said } = jobOf({})
  expect(await run()).toEqual(['A', 'B', 'C', 'D'])
  expect(said).toEqual([])
})

test('one that fails is logged under its name, holds up none after it, and is thrown once all are done', async () => {
  const fault = new Error('no')
  const { run, said, tried } = jobOf({ b: fault })
  await expect(run()).rejects.toBe(fault)
  expect(tried).toEqual(['a', 'b', 'c', 'd'])
  expect(said).toEqual([{ msg: 'The thing b failed', err: fault }])
})

test('several that fail are thrown together, and the last one is the cause', async () => {
  const faults = { a: new Error('first'), d: new Error('last') }
  const { run, said } = jobOf(faults)
  await expect(run()).rejects.toMatchObject({
    message: '2 of 4 failed',
    errors: [faults.a, faults.d],
    cause: faults.d,
  })
  expect(said).toHaveLength(2)
})

test.each([
  ['a database that is away', Object.assign(new Error('no'), { code: 'ECONNREFUSED' }), undefined],
  ['what ends all', new Error('down'), (error: unknown) => (error as Error).message === 'down'],
])('the others do not wait for %s, too', async (_, fault, endsAll) => {
  const { run, tried } = jobOf({ b: fault })
  await expect(run(endsAll)).rejects.toBe(fault)
  expect(tried).toEqual(['a', 'b'])
})
