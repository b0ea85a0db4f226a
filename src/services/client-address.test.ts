import { afterEach, expect, test } from 'vitest'
import { env } from '#env'
import { callerNetwork, clientAddress } from './client-address'

const from = (address: string, name = 'X-Forwarded-For') => ({ headers: new Headers({ [name]: address }) })
const networkFrom = (address: string) => callerNetwork(from(address))

afterEach(() => {
  env.VERCEL = undefined
})

test('of a chain the last address counts', () => {
  expect(clientAddress(from('1.1.1.1, 203.0.113.7'))).toBe('203.0.113.7')
  expect(clientAddress({ headers: new Headers() })).toBeUndefined()
})

test('on Vercel its own header counts, whatever the caller writes into the other', () => {
  env.VERCEL = '1'
  const headers = new Headers({ 'X-Forwarded-For': '1.1.1.1', 'X-Vercel-Forwarded-For': '203.0.113.7' })
  expect(clientAddress({ headers })).toBe('203.0.113.7')
})

test('a whole /64 of IPv6 is one caller, however its addresses are written', () => {
  const same = ['2001:db8:5::1', '2001:db8:5::2:3', '2001:0db8:0005:0000:ffff::9', '2001:DB8:5:0:a:b:c:d']
  expect(new Set(same.map(networkFrom))).toEqual(new Set(['2001:db8:5:0::/64']))
  expect(networkFrom('2001:db8:5:1::1')).not.toBe(networkFrom('2001:db8:5::1'))
  expect(networkFrom('::ffff:203.0.113.7')).toBe('203.0.113.7')
  expect(networkFrom('::1')).toBe('0:0:0:0::/64')
})
