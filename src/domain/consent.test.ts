import { expect, test } from 'vitest'
import { readConsent, writeConsent } from './consent'

const receipt = '0b9f4f5e-2f6e-4c39-9d38-0d3f6a3b1c11'

test('a choice is read as it was written', () => {
  for (const choice of ['given', 'refused'] as const)
    expect(readConsent(writeConsent({ choice, edition: 3, receipt }))).toEqual({
      choice,
      edition: 3,
      receipt,
    })
})

test.each([undefined, '', 'given', `yes.1.${receipt}`, `given.x.${receipt}`, 'given.1.<script>'])(
  '%s is no choice',
  (value) => expect(readConsent(value)).toBeUndefined(),
)
