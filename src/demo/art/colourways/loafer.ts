import { type Coat, type Colourway, type Parts, way } from './colourway'

type Trim = Partial<Parts>
const brown = {
  lining: 'lining #C9A377',
  sole: 'edge #3A2418',
  welt: 'edge #5A3822',
  heel: 'stack #4A2E1C',
  soleThread: 'thread #D9C7A0',
  slot: 'lining #1A0E0C',
  outsole: 'edge #9A6B41',
} as const
const black = {
  lining: 'lining #B58E62',
  sole: 'edge #181615',
  welt: 'edge #1C1A19',
  heel: 'stack #1D1A19',
  soleThread: 'thread #4A4642',
  slot: 'lining #080808',
  outsole: 'edge #2B2624',
} as const
const lug = {
  sole: 'rubber #1E1C1B',
  welt: 'edge #221D1A',
  heel: 'rubber #1E1C1B',
  outsole: 'rubber #201E1D',
} as const

const loaferOf = (upper: Coat, thread: Coat, ...trims: readonly Trim[]): Parts =>
  Object.assign({ upper, thread }, ...trims) as Parts

/** Penny: saddle strap with slot. Bit: strap with metal snaffle. Tassel: kiltless, two tassels on a leather cord.
 * Lug: penny on chunky rubber lugs. Plain: Venetian, nothing across the apron. */
export const loafer: Readonly<Record<string, Colourway>> = {
  'oxblood-penny': way(
    'penny',
    ['red', '#57191D', 'oxblood calf, penny strap, dark leather sole'],
    loaferOf('calf #57191D', 'thread #7A3A38', brown, { sole: 'edge #2B1A15', heel: 'stack #2F1D16' }),
    0.26,
  ),
  'black-penny': way(
    'penny',
    ['black', '#121214', 'black polished calf, penny strap, black leather sole'],
    loaferOf('calf #171616', 'thread #2B2929', black),
  ),
  'cognac-penny': way(
    'penny',
    ['tan', '#84451F', 'cognac calf, penny strap, brown leather sole'],
    loaferOf('calf #84451F', 'thread #C08A55', brown),
    0.26,
  ),
  'loden-penny': way(
    'penny',
    ['green', '#4B4A38', 'loden green suede, penny strap, brown leather sole'],
    loaferOf('suede #4B4A38', 'thread #6D7352', brown, { slot: 'lining #23261A' }),
  ),
  'black-bit': way(
    'bit',
    ['black', '#1A1818', 'black calf, gold snaffle bit, black leather sole'],
    loaferOf('calf #1A1818', 'thread #302D2D', black, { metal: 'metal #B59A62' }),
  ),
  'chestnut-bit': way(
    'bit',
    ['brown', '#6B3A20', 'chestnut calf, gold snaffle bit, brown leather sole'],
    loaferOf('calf #66361D', 'thread #9A6844', brown, { metal: 'metal #B59A62' }),
    0.26,
  ),
  'cream-bit': way(
    'bit',
    ['white', '#DCD2BD', 'cream grain leather, silver snaffle bit, tan leather sole'],
    loaferOf('grain #D6CBB5', 'thread #C4B698', brown, {
      metal: 'metal #B4B2AC',
      sole: 'edge #7A5231',
      welt: 'edge #8D6340',
      heel: 'stack #80583A',
    }),
  ),
  'taupe-bit': way(
    'bit',
    ['grey', '#857869', 'taupe suede, silver snaffle bit, dark leather sole'],
    loaferOf('suede #7D7162', 'thread #9E9282', brown, { metal: 'metal #B4B2AC' }),
  ),
  'espresso-tassel': way(
    'tassel',
    ['brown', '#3F281B', 'espresso calf, leather tassels, leather sole'],
    loaferOf('calf #3C2518', 'thread #684836', brown),
    0.24,
  ),
  'tobacco-tassel': way(
    'tassel',
    ['brown', '#7D5734', 'tobacco suede, leather tassels, leather sole'],
    loaferOf('suede #7D5734', 'thread #A8805A', brown, { strap: 'calf #5A3820' }),
  ),
  'navy-tassel': way(
    'tassel',
    ['blue', '#27324A', 'navy suede, tonal tassels, brown leather sole'],
    loaferOf('suede #283349', 'thread #4B5A78', brown, { strap: 'calf #1E273A' }),
  ),
  'black-lug': way(
    'lug',
    ['black', '#191818', 'black polished leather, penny strap, chunky black rubber lugs'],
    loaferOf('patent #151516', 'thread #2B2929', black, lug),
  ),
  'bordeaux-lug': way(
    'lug',
    ['red', '#611F26', 'bordeaux polished leather, penny strap, chunky black rubber lugs'],
    loaferOf('patent #5A1A21', 'thread #84444A', black, lug, { slot: 'lining #220A0C' }),
  ),
  'olive-lug': way(
    'lug',
    ['green', '#4E4E33', 'olive grain leather, penny strap, chunky dark rubber lugs'],
    loaferOf('grain #48482F', 'thread #6F6F50', brown, lug),
  ),
  'sand-plain': way(
    'plain',
    ['beige', '#C2A67E', 'sand suede Venetian, no strap, tan leather sole'],
    loaferOf('suede #BDA17A', 'thread #D6C19C', brown, {
      sole: 'edge #7A5231',
      welt: 'edge #8D6340',
      heel: 'stack #80583A',
    }),
  ),
  'ink-plain': way(
    'plain',
    ['blue', '#2C3543', 'ink blue calf Venetian, no strap, dark leather sole'],
    loaferOf('calf #262F3D', 'thread #485468', brown),
    0.2,
  ),
  'brick-plain': way(
    'plain',
    ['red', '#8A4A38', 'brick suede Venetian, no strap, brown leather sole'],
    loaferOf('suede #86452F', 'thread #B3785F', brown),
  ),
}
