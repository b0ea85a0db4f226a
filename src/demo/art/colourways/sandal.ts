import { type Coat, type Colourway, type Parts, way } from './colourway'

type Trim = Partial<Parts>
const cork = {
  bed: 'cork #B08A5C',
  sock: 'suede #A8835A',
  sole: 'rubber #3A2C22',
  metal: 'metal #B59A62',
} as const
const flat = {
  bed: 'edge #8A6240',
  sock: 'calf #B08254',
  sole: 'rubber #2E2620',
  metal: 'metal #B59A62',
} as const

const sandalOf = (upper: Coat, lining: Coat, thread: Coat, ...trims: readonly Trim[]): Parts =>
  Object.assign({ upper, lining, thread, ...cork }, ...trims) as Parts

/** Buckle: two buckled straps on a cork footbed. Slide: one wide band on cork. Cross: two crossing straps and a heel
 * strap on a flat leather sole. Fisherman: closed cage of woven straps, buckle at the ankle. */
export const sandal: Readonly<Record<string, Colourway>> = {
  'tan-buckle': way(
    'buckle',
    ['tan', '#95582C', 'tan calf, two brass-buckled straps, cork footbed'],
    sandalOf('calf #95582C', 'lining #B98D5E', 'thread #C99A66'),
  ),
  'black-buckle': way(
    'buckle',
    ['black', '#1D1B1B', 'black grain leather, two steel-buckled straps, cork footbed'],
    sandalOf('grain #1D1B1B', 'lining #6A5442', 'thread #3A3737', {
      metal: 'metal #A9A49A',
      sole: 'rubber #1F1B19',
      sock: 'suede #3B332D',
    }),
  ),
  'sage-buckle': way(
    'buckle',
    ['green', '#7D806A', 'sage suede, two brass-buckled straps, cork footbed'],
    sandalOf('suede #7D806A', 'lining #B3A88C', 'thread #9A9C86', {
      sole: 'rubber #4A4034',
      sock: 'suede #A69878',
    }),
  ),
  'chalk-buckle': way(
    'buckle',
    ['white', '#DAD4C6', 'chalk calf, two brass-buckled straps, cork footbed, white sole'],
    sandalOf('calf #D8D2C5', 'lining #CBB797', 'thread #E2DCCE', {
      sole: 'rubber #D2CBBB',
      sock: 'suede #B39D78',
    }),
  ),
  'cognac-slide': way(
    'slide',
    ['tan', '#84451F', 'cognac calf slide, one wide band, cork footbed'],
    sandalOf('calf #84451F', 'lining #B98D5E', 'thread #C08A55'),
    0.1,
  ),
  'black-slide': way(
    'slide',
    ['black', '#1B1919', 'black calf slide, one wide band, cork footbed, black sole'],
    sandalOf('calf #1B1919', 'lining #6A5442', 'thread #3A3737', { sole: 'rubber #1F1B19' }),
  ),
  'sand-slide': way(
    'slide',
    ['beige', '#C2A67E', 'sand suede slide, one wide band, cork footbed'],
    sandalOf('suede #BDA17A', 'lining #C9AE86', 'thread #D9C5A2', { sole: 'rubber #5A4835' }),
  ),
  'moss-slide': way(
    'slide',
    ['green', '#5B6043', 'moss suede slide, one wide band, cork footbed'],
    sandalOf('suede #565B3F', 'lining #9C8F6B', 'thread #7D8363'),
  ),
  'tan-cross': way(
    'cross',
    ['tan', '#A0622F', 'tan calf, crossing straps, heel strap, flat leather sole'],
    sandalOf('calf #995C2B', 'lining #C09566', 'thread #CF9E66', flat),
  ),
  'black-cross': way(
    'cross',
    ['black', '#1B1919', 'black calf, crossing straps, heel strap, flat leather sole'],
    sandalOf('calf #1B1919', 'lining #7A5C42', 'thread #363333', flat, {
      sock: 'calf #2A2522',
      bed: 'edge #241F1C',
      metal: 'metal #A9A49A',
    }),
  ),
  'gold-cross': way(
    'cross',
    ['metallic', '#B59A62', 'gold metallic leather, crossing straps, heel strap, flat leather sole'],
    sandalOf('foil #AF9258', 'lining #C09566', 'thread #CDB27A', flat),
  ),
  'oxblood-cross': way(
    'cross',
    ['red', '#5E1E20', 'oxblood calf, crossing straps, heel strap, flat leather sole'],
    sandalOf('calf #5A1B1E', 'lining #A87B55', 'thread #834442', flat),
  ),
  'espresso-fisherman': way(
    'fisherman',
    ['brown', '#402919', 'espresso calf fisherman sandal, woven cage, side buckle'],
    sandalOf('calf #40281A', 'lining #A87B55', 'thread #6D4D38', flat),
  ),
  'black-fisherman': way(
    'fisherman',
    ['black', '#1B1919', 'black calf fisherman sandal, woven cage, side buckle, black sole'],
    sandalOf('calf #1B1919', 'lining #7A5C42', 'thread #363333', flat, {
      sock: 'calf #2A2522',
      bed: 'edge #241F1C',
      metal: 'metal #A9A49A',
      sole: 'rubber #1F1B19',
    }),
  ),
  'ecru-fisherman': way(
    'fisherman',
    ['beige', '#D2C4A6', 'ecru calf fisherman sandal, woven cage, brass buckle, tan sole'],
    sandalOf('calf #CEBFA0', 'lining #C9AE86', 'thread #DDD0B4', flat, { sole: 'rubber #6A4E36' }),
  ),
  'navy-fisherman': way(
    'fisherman',
    ['blue', '#27324A', 'navy calf fisherman sandal, woven cage, side buckle'],
    sandalOf('calf #252F46', 'lining #A87B55', 'thread #48567A', flat),
  ),
}
