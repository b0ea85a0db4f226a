import { expect, test } from 'vitest'
import { pagesShown } from './pagination'

test.each([
  [1, 1, [1]],
  [1, 4, [1, 2, 3, 4]],
  [2, 4, [1, 2, 3, 4]],
  [1, 9, [1, 2, 'gap', 9]],
  [5, 9, [1, 'gap', 4, 5, 6, 'gap', 9]],
  [3, 9, [1, 2, 3, 4, 'gap', 9]],
  [4, 6, [1, 2, 3, 4, 5, 6]],
])('page %i of %i shows %j', (page, pages, shown) => expect(pagesShown(page, pages)).toEqual(shown))
