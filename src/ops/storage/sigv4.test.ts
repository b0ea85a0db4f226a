import { expect, test } from 'vitest'
import { faultOfSignature } from './testing/sigv4'

/** The example that Amazon publishes for S3: "Example: GET Object" and "Authenticating Requests: Using Query Parameters". */
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const at = Date.parse('2013-05-24T00:00:00Z')
const signature = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'
const object = {
  method: 'GET',
  target: '/test.txt',
  body: Buffer.alloc(0),
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': empty,
    'x-amz-date': '20130524T000000Z',
    authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=${signature}`,
  },
}
const query =
  'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404'
const presigned = {
  ...object,
  target: `/test.txt?${query}`,
  headers: { host: 'examplebucket.s3.amazonaws.com' },
}

test('the published examples are well signed, at their time', () => {
  expect(faultOfSignature(object, credentials, at)).toBeUndefined()
  expect(faultOfSignature(presigned, credentials, at)).toBeUndefined()
})

test('whatever is changed in them is found', () => {
  const headers = { ...object.headers, range: 'bytes=0-99' }
  expect(faultOfSignature({ ...object, headers }, credentials, at)).toBe('SignatureDoesNotMatch')
  expect(faultOfSignature({ ...object, target: '/other.txt' }, credentials, at)).toBe('SignatureDoesNotMatch')
  expect(faultOfSignature({ ...object, body: Buffer.from('x') }, credentials, at)).toBe('AccessDenied')
  expect(faultOfSignature(object, { ...credentials, secretAccessKey: 'x' }, at)).toBe('SignatureDoesNotMatch')
  expect(faultOfSignature(object, credentials, at + 16 * 60_000)).toBe('RequestTimeTooSkewed')
  expect(faultOfSignature(presigned, credentials, at + 86_401_000)).toBe('RequestTimeTooSkewed')
})
