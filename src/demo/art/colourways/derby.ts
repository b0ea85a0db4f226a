import { type Coat, type Colourway, type Parts, way } from './colourway'

type Trim = Partial<Parts>
const brown = {
  lining: 'lining #C9A377',
  lace: 'lace #4A2A17',
  sole: 'edge #4A2B1A',
  welt: 'edge #6B4226',
  heel: 'stack #5A351F',
  soleThread: 'thread #D9C7A0',
  eyelet: 'calf #2A2420',
  outsole: 'edge #9A6B41',
} as const
const black = {
  lining: 'lining #B58E62',
  lace: 'lace #1A1919',
  sole: 'edge #191716',
  welt: 'edge #1F1C1B',
  heel: 'stack #1D1A19',
  soleThread: 'thread #5A554E',
  eyelet: 'calf #141313',
  outsole: 'edge #2B2624',
} as const
const crepe = {
  lining: 'lining #C9A377',
  sole: 'crepe #B79367',
  welt: 'edge #8D6A45',
  heel: 'crepe #A98559',
  toplift: 'crepe #8F6D45',
  outsole: 'crepe #AB8659',
  soleThread: 'thread #E0CFAA',
} as const
const lug = {
  sole: 'rubber #1E1C1B',
  welt: 'edge #2A221D',
  heel: 'rubber #1E1C1B',
  outsole: 'rubber #201E1D',
} as const

const derbyOf = (upper: Coat, thread: Coat, ...trims: readonly Trim[]): Parts =>
  Object.assign({ upper, thread }, ...trims) as Parts

/** Cap: straight toe cap, leather sole. Plain: plain toe, leather sole. Brogue: wing cap with punched holes.
 * Lug: plain toe, storm welt, deep rubber lugs. Crepe: suede on natural crepe. All have five eyelets. */
export const derby: Readonly<Record<string, Colourway>> = {
  'cognac-cap': way(
    'cap',
    ['tan', '#84451F', 'cognac calf, straight toe cap, leather sole, stacked heel'],
    derbyOf('calf #84451F', 'thread #C08A55', brown),
    0.28,
  ),
  'black-cap': way(
    'cap',
    ['black', '#1A1818', 'black calf, straight toe cap, black leather sole'],
    derbyOf('calf #1A1818', 'thread #343131', black),
  ),
  'oxblood-cap': way(
    'cap',
    ['red', '#57191D', 'oxblood calf, straight toe cap, dark leather sole, stacked heel'],
    derbyOf('calf #57191D', 'thread #7A3A38', brown, {
      lace: 'lace #33100F',
      sole: 'edge #2B1A15',
      welt: 'edge #3A241B',
      heel: 'stack #3A241B',
    }),
    0.28,
  ),
  'black-plain': way(
    'plain',
    ['black', '#121214', 'black patent leather, plain toe, thin black sole'],
    derbyOf('patent #121214', 'thread #242428', black, {
      lining: 'lining #2C2624',
      lace: 'lace #141416',
      soleThread: 'thread #3A3838',
    }),
  ),
  'chestnut-plain': way(
    'plain',
    ['brown', '#5D2F19', 'chestnut grain leather, plain toe, leather sole'],
    derbyOf('grain #5D2F19', 'thread #8A5A3A', brown, {
      lace: 'lace #2E1A10',
      sole: 'edge #2E1C13',
      heel: 'stack #3A2417',
    }),
  ),
  'navy-plain': way(
    'plain',
    ['blue', '#232E44', 'navy calf, plain toe, brown leather sole'],
    derbyOf('calf #222C42', 'thread #445170', brown, { lace: 'lace #1C2436', eyelet: 'calf #1A2130' }),
    0.2,
  ),
  'espresso-plain': way(
    'plain',
    ['brown', '#3A2519', 'espresso calf, plain toe, dark leather sole'],
    derbyOf('calf #3A2418', 'thread #644634', brown, {
      lace: 'lace #23150D',
      sole: 'edge #2A1B13',
      welt: 'edge #3A281C',
      heel: 'stack #33211A',
    }),
    0.24,
  ),
  'tan-brogue': way(
    'brogue',
    ['tan', '#A0622F', 'tan calf, wing cap with brogue holes, leather sole'],
    derbyOf('calf #975A2A', 'thread #CF9E66', brown, { lace: 'lace #5D3A1F' }),
    0.3,
  ),
  'oxblood-brogue': way(
    'brogue',
    ['red', '#5E1E20', 'oxblood calf, wing cap with brogue holes, dark sole'],
    derbyOf('calf #5A1B1E', 'thread #7F3F3C', brown, {
      lace: 'lace #33100F',
      sole: 'edge #2B1A15',
      welt: 'edge #40281C',
      heel: 'stack #3A241B',
    }),
    0.28,
  ),
  'espresso-brogue': way(
    'brogue',
    ['brown', '#432B1E', 'espresso calf, wing cap with brogue holes, leather sole'],
    derbyOf('calf #40281A', 'thread #6D4D38', brown, { lace: 'lace #23150D' }),
    0.24,
  ),
  'black-brogue': way(
    'brogue',
    ['black', '#1C1A1A', 'black calf, wing cap with brogue holes, black sole'],
    derbyOf('calf #1B1919', 'thread #373434', black),
  ),
  'black-lug': way(
    'lug',
    ['black', '#1C1B1B', 'black grain leather, plain toe, deep black rubber lugs'],
    derbyOf('grain #1B1A1A', 'thread #3A3737', black, lug, {
      welt: 'edge #1C1A19',
      soleThread: 'thread #C9B06A',
    }),
  ),
  'forest-lug': way(
    'lug',
    ['green', '#2C3A2E', 'forest green grain leather, plain toe, black rubber lugs'],
    derbyOf('grain #2A382C', 'thread #52644F', black, lug, {
      lining: 'lining #C9A377',
      lace: 'lace #1E281F',
      eyelet: 'metal #8F7A4E',
      soleThread: 'thread #C9B06A',
    }),
  ),
  'mahogany-lug': way(
    'lug',
    ['brown', '#6A2F1C', 'mahogany grain leather, plain toe, dark rubber lugs'],
    derbyOf('grain #652C1A', 'thread #9A5E42', brown, lug, {
      lace: 'lace #34180F',
      sole: 'rubber #241E1A',
      heel: 'rubber #241E1A',
    }),
  ),
  'tobacco-crepe': way(
    'crepe',
    ['brown', '#7D5734', 'tobacco suede, plain toe, natural crepe sole'],
    derbyOf('suede #7D5734', 'thread #A8805A', crepe, { lace: 'lace #5D4029', eyelet: 'suede #5A3D24' }),
  ),
  'sand-crepe': way(
    'crepe',
    ['beige', '#C2A67E', 'sand suede, plain toe, natural crepe sole'],
    derbyOf('suede #BDA17A', 'thread #D9C5A2', crepe, { lace: 'lace #A58A62', eyelet: 'suede #9A7F59' }),
  ),
  'ink-crepe': way(
    'crepe',
    ['blue', '#2F3847', 'ink blue suede, plain toe, natural crepe sole'],
    derbyOf('suede #2D3644', 'thread #515E74', crepe, { lace: 'lace #232B38', eyelet: 'suede #212935' }),
  ),
}
