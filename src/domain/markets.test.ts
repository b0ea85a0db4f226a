import { expect, test } from 'vitest'
import { marketIds, markets, mayCostDuty } from './markets'

test.each([
  ['IT', ['uk', 'us']],
  ['SE', ['uk', 'us']],
  ['GB', ['eu', 'it', 'de', 'us']],
  ['US', ['eu', 'it', 'de', 'uk']],
  ['CH', ['eu', 'it', 'de', 'uk', 'us']],
])('what leaves %s passes customs in %j', (home, passing) => {
  expect(marketIds.filter((id) => mayCostDuty(markets[id], home))).toEqual(passing)
})
