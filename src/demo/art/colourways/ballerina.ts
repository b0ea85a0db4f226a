import { type Coat, type Colourway, type Parts, way } from './colourway'

type Trim = Partial<Parts>
const brown = {
  lining: 'lining #D9C2A2',
  sole: 'edge #4A2F20',
  heel: 'stack #5A3A26',
  outsole: 'edge #A5764A',
} as const
const black = {
  lining: 'lining #D0B48E',
  sole: 'edge #241C18',
  heel: 'stack #2A201A',
  outsole: 'edge #2F2926',
} as const

const flatOf = (upper: Coat, thread: Coat, ...trims: readonly Trim[]): Parts =>
  Object.assign({ upper, thread, ...brown }, ...trims) as Parts

/** Bow: bound topline with a small bow. Cap: the same with a contrast toe cap. Strap: Mary Jane with a buckled bar.
 * Plain: deep-cut, no bow, a seam down the front. All have a 10 mm heel. */
export const ballerina: Readonly<Record<string, Colourway>> = {
  'rouge-bow': way(
    'bow',
    ['red', '#8A2C2A', 'red nubuck, tonal binding and bow, thin leather sole'],
    flatOf('nubuck #8A2C2A', 'thread #A8504A', { bind: 'canvas #74211F' }),
  ),
  'black-bow': way(
    'bow',
    ['black', '#1B1919', 'black calf, black binding and bow, black sole'],
    flatOf('calf #1B1919', 'thread #333130', black, { bind: 'canvas #1A1919' }),
  ),
  'blush-bow': way(
    'bow',
    ['pink', '#CFA596', 'blush calf, tonal binding and bow, thin leather sole'],
    flatOf('calf #C99D8D', 'thread #DDB9AC', { bind: 'canvas #B98676' }),
    0.1,
  ),
  'ink-bow': way(
    'bow',
    ['blue', '#2A3240', 'ink blue suede, tonal binding and bow, brown sole'],
    flatOf('suede #2A3240', 'thread #4C5A73', { bind: 'canvas #222936' }),
  ),
  'gold-bow': way(
    'bow',
    ['metallic', '#B59A62', 'gold metallic leather, tonal binding and bow, tan sole'],
    flatOf('foil #AF9258', 'thread #CDB27A', { bind: 'canvas #8F7645', sole: 'edge #6A4A30' }),
  ),
  'almond-cap': way(
    'cap',
    ['beige', '#C8AB86', 'almond calf, black toe cap, black binding and bow'],
    flatOf('calf #C8AB86', 'thread #B0926C', {
      cap: 'calf #1D1A19',
      bind: 'canvas #1D1A19',
      sole: 'edge #5C4029',
      heel: 'stack #6A4A30',
    }),
  ),
  'black-cap': way(
    'cap',
    ['black', '#1B1919', 'black calf, black patent toe cap, black bow'],
    flatOf('calf #1B1919', 'thread #333130', black, { cap: 'patent #161617', bind: 'canvas #1A1919' }),
  ),
  'chalk-cap': way(
    'cap',
    ['white', '#DCD6C9', 'chalk calf, navy toe cap, navy binding and bow'],
    flatOf('calf #D9D3C6', 'thread #E3DDD1', {
      cap: 'calf #232E46',
      bind: 'canvas #232E46',
      sole: 'edge #5C4029',
      heel: 'stack #6A4A30',
    }),
  ),
  'silver-cap': way(
    'cap',
    ['metallic', '#AFAEA9', 'silver metallic leather, black patent toe cap, black bow'],
    flatOf('foil #A3A29E', 'thread #C5C4C0', black, { cap: 'patent #161617', bind: 'canvas #1A1919' }),
  ),
  'black-strap': way(
    'strap',
    ['black', '#151516', 'black patent Mary Jane, buckled bar strap, black sole'],
    flatOf('patent #141415', 'thread #2B2929', black, { bind: 'calf #171616', metal: 'metal #A9A49A' }),
  ),
  'oxblood-strap': way(
    'strap',
    ['red', '#5E1E20', 'oxblood calf Mary Jane, buckled bar strap, brown sole'],
    flatOf('calf #591A1D', 'thread #834442', { bind: 'calf #4A1518', metal: 'metal #B59A62' }),
    0.22,
  ),
  'pine-strap': way(
    'strap',
    ['green', '#2F4A3C', 'pine green calf Mary Jane, buckled bar strap, brown sole'],
    flatOf('calf #2B4437', 'thread #567263', { bind: 'calf #23382D', metal: 'metal #B59A62' }),
    0.2,
  ),
  'cream-strap': way(
    'strap',
    ['white', '#DDD2BC', 'cream calf Mary Jane, buckled bar strap, tan sole'],
    flatOf('calf #D6CBB4', 'thread #E2D9C6', {
      bind: 'calf #CABD9F',
      metal: 'metal #B59A62',
      sole: 'edge #6A4A30',
    }),
  ),
  'tobacco-plain': way(
    'plain',
    ['brown', '#7D5734', 'tobacco suede, deep cut, no bow, brown sole'],
    flatOf('suede #7D5734', 'thread #A8805A', { bind: 'suede #6A492B' }),
  ),
  'sage-plain': way(
    'plain',
    ['green', '#8F957F', 'sage nubuck, deep cut, no bow, tan sole'],
    flatOf('nubuck #868C75', 'thread #A6AB95', { bind: 'nubuck #757B65', sole: 'edge #6A4A30' }),
  ),
  'navy-plain': way(
    'plain',
    ['blue', '#27324A', 'navy calf, deep cut, no bow, brown sole'],
    flatOf('calf #242E45', 'thread #48567A', { bind: 'calf #1D2538' }),
    0.16,
  ),
  'taupe-plain': way(
    'plain',
    ['grey', '#8A7D6E', 'taupe suede, deep cut, no bow, brown sole'],
    flatOf('suede #82766A', 'thread #A3978A', { bind: 'suede #71665A' }),
  ),
}
