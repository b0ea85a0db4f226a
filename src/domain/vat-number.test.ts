import { expect, test } from 'vitest'
import { euCountries } from './markets'
import { isReverseCharge, parseVatNumber } from './vat-number'

/** Right and wrong numbers of each country, most of them published as examples. */
const numbers: Readonly<Record<string, { right: string[]; wrong: string[] }>> = {
  AT: { right: ['U13585627'], wrong: ['U13585626', '13585627', 'U1358562'] },
  BE: { right: ['0428759497', '0403019261'], wrong: ['0431150351', '2428759497', '428759497'] },
  BG: {
    right: ['175074752', '7523169263', '7111042925', '7542011030'],
    wrong: ['175074753', '7552A10004', '17507475'],
  },
  CY: { right: ['10259033P'], wrong: ['10259033Z', '12000139V', '1025903P'] },
  CZ: {
    right: ['25123891', '7103192745', '640903926', '395601439'],
    wrong: ['25123890', '7103192746', '95123891', '640903927'],
  },
  DE: { right: ['136695976', '129273398'], wrong: ['136695978', '036695976', '13669597'] },
  DK: { right: ['13585628'], wrong: ['13585627', '03585628'] },
  EE: { right: ['100931558', '100594102'], wrong: ['100594103', '10059410'] },
  EL: { right: ['094259216', '023456780'], wrong: ['123456781', '94259216'] },
  ES: {
    right: ['54362315K', 'X2482300W', 'X5253868R', 'M1234567L', 'J99216582', 'B58378431', 'B64717838'],
    wrong: ['54362315Z', 'X2482300A', 'J99216583', 'B64717839', 'M1234567A'],
  },
  FI: { right: ['20774740'], wrong: ['20774741', '2077474'] },
  FR: {
    right: ['83404833048', '40303265045', '23334175221', 'K7399859412', '4Z123456782'],
    wrong: ['84323140391', '40303265046', 'K7399859413', 'I7399859412'],
  },
  HR: { right: ['33392005961'], wrong: ['33392005962', '3339200596'] },
  HU: { right: ['12892312'], wrong: ['12892313', '1289231'] },
  IE: {
    right: ['6433435F', '6433435OA', '8D79739I', '3628739L'],
    wrong: ['6433435E', '6433435OB', '8D79738J', '643343F'],
  },
  IT: { right: ['00743110157'], wrong: ['00743110158', '00000000000', '0074311015'] },
  LT: {
    right: ['119511515', '100001919017', '100004801610'],
    wrong: ['119511525', '100001919018', '100004801621'],
  },
  LU: { right: ['15027442'], wrong: ['15027443', '1502744'] },
  LV: { right: ['40003521600', '16117519997'], wrong: ['40003521601', '16117519998'] },
  MT: { right: ['11679112'], wrong: ['11679113', '01679112'] },
  NL: {
    right: ['123456789B13', '004495445B01'],
    wrong: ['123456789B90', '000000000B00', '004495445A01'],
  },
  PL: { right: ['8567346215'], wrong: ['8567346216', '0000000000'] },
  PT: { right: ['501964843'], wrong: ['501964842', '001964843'] },
  RO: { right: ['18547290'], wrong: ['18547291', '0'] },
  SE: { right: ['556188840401'], wrong: ['556188840301', '556188840400'] },
  SI: { right: ['50223054'], wrong: ['50223055', '09999990'] },
  SK: { right: ['2022749619'], wrong: ['2022749618', '0022749619'] },
  XI: { right: ['980780684', '980780684001', 'GD001', 'HA500'], wrong: ['802311781', 'GD500', 'HA499'] },
  GB: { right: ['980780684', '434031494'], wrong: ['802311781', '98078068', '000000000'] },
}

test('every country of the Union, Northern Ireland and Great Britain are there', () =>
  expect(Object.keys(numbers).sort()).toEqual(
    [...euCountries.map((country) => (country === 'GR' ? 'EL' : country)), 'GB', 'XI'].sort(),
  ))

test.each(Object.entries(numbers))(
  '%s: right numbers are taken, wrong ones are not',
  (prefix, { right, wrong }) => {
    const taken = (some: string[]) => some.filter((one) => parseVatNumber(prefix + one) !== undefined)
    expect(taken(right)).toEqual(right)
    expect(taken(wrong)).toEqual([])
  },
)

/** Where the check digit is not the last one. */
const checkPlace: Readonly<Record<string, number>> = { SE: 9 }

test.each(Object.entries(numbers))('%s: a wrong check digit is seen', (prefix, { right: [number = ''] }) => {
  const place = checkPlace[prefix] ?? number.search(/\d\D*$/)
  const others = [...'0123456789'].filter((digit) => digit !== number[place])
  const mistyped = others.map((digit) => number.slice(0, place) + digit + number.slice(place + 1))
  const taken = mistyped.filter((one) => parseVatNumber(prefix + one) !== undefined)
  expect(taken).toEqual([])
})

test('it is read as people type it', () => {
  const germany = { country: 'DE', number: 'DE136695976' }
  for (const typed of ['DE136695976', 'de 136 695 976', 'DE-136.695.976'])
    expect(parseVatNumber(typed)).toEqual(germany)
  expect(parseVatNumber('136695976', 'DE')).toEqual(germany)
  expect(parseVatNumber('136695976')).toBeUndefined()
  expect(parseVatNumber('GR094259216')).toEqual({ country: 'GR', number: 'EL094259216' })
  expect(parseVatNumber('094259216', 'GR')).toEqual({ country: 'GR', number: 'EL094259216' })
  for (const typed of ['', 'DE', 'US123456789', '__proto__', 'constructor'])
    expect(parseVatNumber(typed)).toBeUndefined()
})

const german = parseVatNumber('DE136695976')
const italian = parseVatNumber('IT00743110157')
const northern = parseVatNumber('XI980780684')
const british = parseVatNumber('GB980780684')

test.each([
  ['a German firm, to Germany', german, { country: 'DE' }, true],
  ['a German firm, to Austria', german, { country: 'AT' }, true],
  ['a German firm, to the shop’s own country', german, { country: 'IT' }, false],
  ['a firm of the shop’s own country, abroad', italian, { country: 'DE' }, false],
  ['a German firm, out of the Union', german, { country: 'GB', postalCode: 'SW1A 1AA' }, false],
  ['a German firm, to Heligoland', german, { country: 'DE', postalCode: '27498' }, false],
  ['a firm of Northern Ireland, there', northern, { country: 'GB', postalCode: 'BT1 5GS' }, true],
  ['a British firm, to Germany', british, { country: 'DE' }, false],
  ['nobody’s number', undefined, { country: 'DE' }, false],
])('reverse charge for %s', (_what, vat, to, expected) =>
  expect(isReverseCharge(vat, to, 'IT')).toBe(expected),
)
