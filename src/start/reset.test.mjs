import { expect, test } from 'vitest'
import { refuseOutsideDevelopment } from './reset.mjs'

const refuse = (DATABASE_URL) => () => refuseOutsideDevelopment({ DATABASE_URL })

test.each([
  'postgres://shop@db.example/shop',
  'postgres://shop@localhost/shop?host=db.example',
  'postgres:///shop?host=/run/postgresql&host=db.example',
  'postgres://shop@127.0.0.1/shop?host=localhost,db.example',
  'postgres://shop@localhost/shop?hostaddr=203.0.113.5',
])('%s is on another machine', (url) => expect(refuse(url)).toThrow('on another machine'))

test.each(['postgres://shop@localhost/shop', 'postgres://shop@127.0.0.1:5433/shop?host=%2Frun%2Fpostgresql'])(
  '%s is on this machine',
  (url) => expect(refuse(url)).not.toThrow(),
)
