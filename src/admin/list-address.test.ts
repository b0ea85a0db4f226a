import { expect, test } from 'vitest'
import { queueWhere } from '#queries/admin-order-queues'
import { exportAddress, isShown, listAddress } from './list-address'

const day = new Date('2026-11-21T23:00:00Z')
const paramsOf = (address: string) => Object.fromEntries(new URL(address, 'http://shop').searchParams)

test('the link of a queue shows that queue and no other', () => {
  const toShip = paramsOf(listAddress('orders', queueWhere('to-ship', day)))
  expect(isShown(queueWhere('to-ship', day), toShip)).toBe(true)
  expect(isShown(queueWhere('to-pay', day), toShip)).toBe(false)
  expect(isShown(queueWhere('all', day), toShip)).toBe(false)
})

test('the whole list is the address without a selection, whatever page or search is shown', () => {
  expect(listAddress('orders', queueWhere('all', day))).toBe('/admin/collections/orders')
  expect(isShown({}, { page: '2', search: 'ferri' })).toBe(true)
})

test('a file holds what is shown, on all pages', () => {
  const shown = {
    ...paramsOf(listAddress('orders', queueWhere('disputed', day))),
    search: 'ferri',
    page: '2',
  }
  const address = exportAddress('orders', shown)
  expect(isShown(queueWhere('disputed', day), paramsOf(address))).toBe(true)
  expect(paramsOf(address)).toMatchObject({ search: 'ferri' })
  expect(address).not.toContain('page')
  expect(exportAddress('orders', {})).toBe('/api/orders/export')
})
