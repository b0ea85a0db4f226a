import { expect, test } from 'vitest'
import { isOutage, isUnavailable } from './outage'

const failed = (code: string, message = 'words of the database', severity = 'ERROR') =>
  new Error('Failed query: select 1', { cause: Object.assign(new Error(message), { code, severity }) })

test.each([
  ['a connection that is gone', '08006'],
  ['a database that takes no writes', '25006'],
  ['a transaction that stood idle for too long', '25P03'],
  ['two that could not both be first', '40001'],
  ['a deadlock', '40P01'],
  ['no room left', '53000'],
  ['a full disk', '53100'],
  ['no memory left', '53200'],
  ['no connection left', '53300'],
  ['a limit of the server', '53400'],
  ['a lock that was not to be had', '55P03'],
  ['a statement that took too long', '57014'],
  ['a server that shuts down', '57P01'],
  ['a server that starts', '57P03'],
  ['nobody there', 'ECONNREFUSED'],
])('%s is for another time', (_, code) => {
  expect(isUnavailable(failed(code))).toBe(true)
})

test.each([
  'could not extend file "base/16384/16421": wrote only 4096 of 8192 bytes at block 12',
  'could not extend file "base/16384/16421": Disk quota exceeded',
  'could not write to file "base/pgsql_tmp/pgsql_tmp1.0": No space left on device',
])('a disk without room is one though Postgres calls it an inner fault: %s', (message) => {
  expect(isUnavailable(failed('XX000', message))).toBe(true)
})

test.each([
  ['an inner fault', failed('XX000', 'cache lookup failed for relation 16421')],
  [
    'an inner fault over the words of a customer',
    new Error('Failed query: select $1\nparams: could not extend file', { cause: failed('XX000') }),
  ],
  ['a wrong value', failed('22P02')],
  ['a broken rule', failed('23505')],
  ['a column that is not there', failed('42703')],
  ['an index that is damaged', failed('XX002')],
  ['what speaks of a disk and is no fault of the database', new Error('wrote only 1 of 2 bytes')],
  ['no error at all', '53100'],
])('%s is none', (_, error) => {
  expect(isUnavailable(error)).toBe(false)
})

test.each([
  ['08P01', 'server login has been failing, try again later (server_login_retry)'],
  ['08P01', 'server conn crashed?'],
  ['57P03', 'the database system is starting up'],
])('whoever is turned away by a pooler without its server, or by one that starts: %s, %s', (code, words) => {
  expect(isOutage(failed(code, words, 'FATAL'))).toBe(true)
})

test('a statement that finds no room, or has too few values, is no reason to leave all others to the next time', () => {
  expect(isOutage(failed('53100'))).toBe(false)
  expect(isOutage(failed('08P01', 'bind message supplies 1 parameters'))).toBe(false)
  expect(isOutage(failed('ECONNREFUSED'))).toBe(true)
})

test.each([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
  'Error: cannot connect to Postgres: connect ECONNREFUSED',
  'Error: cannot begin transaction: timeout exceeded when trying to connect',
])('a database that cannot be reached says so in words: %s', (words) => {
  expect(isOutage(new Error(words))).toBe(true)
})
