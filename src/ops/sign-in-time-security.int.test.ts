import crypto from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { passwordWork } from '#services/staff-sign-in'
import { login, makeStaff } from '../start/testing/http'
import { passwordsAtFullCost } from '../start/testing/password-cost'

passwordsAtFullCost()

test('an unknown address costs as much work as a known one', async () => {
  const { email } = await makeStaff('analyst')
  const spy = vi.spyOn(crypto, 'pbkdf2')
  await login(email, 'some wrong password')
  const known = spy.mock.calls.map(([, , iterations, length, digest]) => [iterations, length, digest])
  spy.mockRestore()
  expect(known).toEqual([[passwordWork.iterations, passwordWork.keyLength, passwordWork.digest]])
})

test('the answer to an unknown address takes as long as to a known one', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => makeStaff('analyst')))
  const timeOf = async (email: string) => {
    const start = performance.now()
    await login(email, 'some wrong password')
    return performance.now() - start
  }
  const [known, unknown]: [number[], number[]] = [[], []]
  for (let round = 0; round < 10; round += 1) {
    known.push(await timeOf(people[round % people.length]?.email ?? ''))
    unknown.push(await timeOf(`nobody-${round}@example.com`))
  }
  // What others do on this machine only makes an answer later: the fastest of each kind shows what an attacker could learn.
  expect(Math.abs(Math.min(...known) - Math.min(...unknown))).toBeLessThan(15)
})
