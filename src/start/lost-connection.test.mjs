import { expect, test } from 'vitest'
import { isLostConnection } from './lost-connection.mjs'

test.each([
  [Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }), true],
  [Object.assign(new Error('server conn crashed?'), { code: '08P01', severity: 'FATAL' }), true],
  [
    Object.assign(new Error('bind message supplies 1 parameters'), { code: '08P01', severity: 'ERROR' }),
    false,
  ],
  [Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }), true],
  [new Error('Connection terminated unexpectedly'), true],
  [new Error('Client has encountered a connection error and is not queryable'), true],
  [new Error('x is not a function'), false],
  [Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }), false],
  ['Connection terminated unexpectedly', false],
  [undefined, false],
])('%s: %s', (error, expected) => expect(isLostConnection(error)).toBe(expected))
