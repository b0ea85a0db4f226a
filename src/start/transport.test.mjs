import { expect, test } from 'vitest'
import { transportHeaders } from './transport.mjs'

test('a shop that is reached by https tells browsers to come by nothing else', () => {
  const headers = transportHeaders({ NEXT_PUBLIC_APP_URL: 'https://shop.example' })
  expect(headers).toEqual(['Strict-Transport-Security', 'max-age=31536000'])
})

test('a shop on plain http says nothing of it', () => {
  expect(transportHeaders({ NEXT_PUBLIC_APP_URL: 'http://localhost:3000' })).toEqual([])
  expect(transportHeaders({})).toEqual([])
})
