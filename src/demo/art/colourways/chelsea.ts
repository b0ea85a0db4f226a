import { type Coat, type Colourway, type Parts, way } from './colourway'

type Trim = Partial<Parts>
const brown = {
  lining: 'lining #C9A377',
  elastic: 'elastic #2C1A11',
  sole: 'edge #2E1C13',
  welt: 'edge #4A2E1D',
  heel: 'stack #3A2417',
  soleThread: 'thread #D9C7A0',
  outsole: 'edge #9A6B41',
} as const
const black = {
  lining: 'lining #8A6647',
  elastic: 'elastic #161516',
  sole: 'edge #191717',
  welt: 'edge #1D1A19',
  heel: 'stack #1D1A19',
  soleThread: 'thread #55504A',
  outsole: 'edge #2B2624',
} as const
const crepe = {
  lining: 'lining #C9A377',
  sole: 'crepe #B58F61',
  welt: 'edge #9A774C',
  heel: 'crepe #AB8659',
  toplift: 'crepe #8F6D45',
  outsole: 'crepe #AB8659',
  soleThread: 'thread #E0CFAA',
} as const
const lug = {
  sole: 'rubber #1F1D1C',
  welt: 'edge #2A2320',
  heel: 'rubber #1F1D1C',
  outsole: 'rubber #201E1D',
} as const

const chelseaOf = (upper: Coat, thread: Coat, ...trims: readonly Trim[]): Parts =>
  Object.assign({ upper, thread }, ...trims) as Parts

/** Classic: slim leather sole, stacked heel. Crepe: suede on natural crepe. Lug: deep rubber lugs, storm welt.
 * Brogue: punched wing cap and gore edge. All have one gore a side and a pull tab at the back. */
export const chelsea: Readonly<Record<string, Colourway>> = {
  'black-classic': way(
    'classic',
    ['black', '#1A1818', 'black calf, black gore, slim leather sole'],
    chelseaOf('calf #1A1818', 'thread #2B2929', black),
  ),
  'chestnut-classic': way(
    'classic',
    ['brown', '#5D2F19', 'chestnut grain leather, dark gore, leather sole, stacked heel'],
    chelseaOf('grain #5D2F19', 'thread #8A5A3A', brown),
  ),
  'oxblood-classic': way(
    'classic',
    ['red', '#57191D', 'oxblood calf, black gore, dark leather sole'],
    chelseaOf('calf #55181C', 'thread #7A3A38', brown, { elastic: 'elastic #1C0E0F' }),
    0.26,
  ),
  'espresso-classic': way(
    'classic',
    ['brown', '#3A2519', 'espresso calf, brown gore, leather sole'],
    chelseaOf('calf #3A2418', 'thread #644634', brown, { elastic: 'elastic #21150E' }),
    0.24,
  ),
  'navy-classic': way(
    'classic',
    ['blue', '#222C42', 'navy calf, navy gore, brown leather sole'],
    chelseaOf('calf #212B40', 'thread #445170', brown, { elastic: 'elastic #141A28' }),
    0.2,
  ),
  'tobacco-crepe': way(
    'crepe',
    ['brown', '#8A6440', 'tobacco suede, brown gore, natural crepe sole'],
    chelseaOf('suede #8A6440', 'thread #A8805A', crepe, { elastic: 'elastic #4E3623' }),
  ),
  'sand-crepe': way(
    'crepe',
    ['beige', '#C2A67E', 'sand suede, camel gore, natural crepe sole'],
    chelseaOf('suede #BDA17A', 'thread #D9C5A2', crepe, { elastic: 'elastic #7E6443' }),
  ),
  'slate-crepe': way(
    'crepe',
    ['grey', '#5F636A', 'slate grey suede, dark gore, natural crepe sole'],
    chelseaOf('suede #5C6067', 'thread #81858C', crepe, { elastic: 'elastic #2E3034' }),
  ),
  'moss-crepe': way(
    'crepe',
    ['green', '#5B6043', 'moss green suede, olive gore, natural crepe sole'],
    chelseaOf('suede #565B3F', 'thread #7D8363', crepe, { elastic: 'elastic #2C3020' }),
  ),
  'black-lug': way(
    'lug',
    ['black', '#1B1A1A', 'black grain leather, black gore, deep rubber lugs, yellow welt stitch'],
    chelseaOf('grain #1B1A1A', 'thread #393636', black, lug, {
      welt: 'edge #1B1918',
      soleThread: 'thread #C9B06A',
    }),
  ),
  'cognac-lug': way(
    'lug',
    ['tan', '#84451F', 'cognac calf, brown gore, deep black rubber lugs'],
    chelseaOf('calf #824420', 'thread #BD8753', brown, lug, { elastic: 'elastic #3A2213' }),
    0.24,
  ),
  'forest-lug': way(
    'lug',
    ['green', '#2C3A2E', 'forest green calf, black gore, deep rubber lugs'],
    chelseaOf('calf #29372B', 'thread #50624D', black, lug),
  ),
  'stone-lug': way(
    'lug',
    ['beige', '#B3A58B', 'stone nubuck, sand gore, deep off-white rubber lugs'],
    chelseaOf('nubuck #AFA189', 'thread #C9BDA6', brown, {
      elastic: 'elastic #7A6E5A',
      sole: 'rubber #CFC6B4',
      welt: 'edge #B9AC94',
      heel: 'rubber #CFC6B4',
      outsole: 'rubber #C4BAA6',
      toplift: 'rubber #B9AE99',
    }),
  ),
  'tan-brogue': way(
    'brogue',
    ['tan', '#9A5E2E', 'tan calf, punched wing cap, brown gore, leather sole'],
    chelseaOf('calf #935729', 'thread #CB995F', brown, {
      elastic: 'elastic #4A2C17',
      welt: 'edge #6B4226',
      sole: 'edge #4A2B1A',
      heel: 'stack #5A351F',
    }),
    0.3,
  ),
  'mahogany-brogue': way(
    'brogue',
    ['brown', '#6A2F1C', 'mahogany calf, punched wing cap, dark gore, leather sole'],
    chelseaOf('calf #652B19', 'thread #985B40', brown),
    0.28,
  ),
  'black-brogue': way(
    'brogue',
    ['black', '#1A1818', 'black calf, punched wing cap, black gore, black sole'],
    chelseaOf('calf #1A1818', 'thread #353232', black),
  ),
}
