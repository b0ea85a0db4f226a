import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fits } from './review'
import { parseReviewSegments, reviewSegments } from './review-path'

test('each choice of reviews has one address', () =>
  fc.assert(
    fc.property(
      fc.record(
        {
          size: fc.constantFrom('42', '42.5', '42-2-3'),
          fit: fc.constantFrom(...fits),
          page: fc.integer({ min: 1, max: 9999 }),
        },
        { requiredKeys: ['page'] },
      ),
      (choice) => {
        expect(parseReviewSegments(reviewSegments(choice))).toEqual(choice)
      },
    ),
  ))

test.each([
  '1',
  '0',
  'fit-huge',
  'fit-small/size-42',
  '2/fit-small',
  'size-',
  'size-42/size-43',
  '10000',
  'page-2',
])('%s is no address of reviews', (path) => expect(parseReviewSegments(path.split('/'))).toBeUndefined())
