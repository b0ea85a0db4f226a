import { type Coat, type Colourway, type Parts, way } from './colourway'

type Trim = Partial<Parts>
const dark = {
  lining: 'lining #3A332C',
  rand: 'rubber #2C2723',
  mid: 'foam #B9AB90',
  sole: 'rubber #26221F',
  metal: 'metal #6D675E',
} as const
const brass = { metal: 'metal #A68A52' } as const
const wedge = {
  sole: 'foam #DCD6C8',
  mid: 'edge #B99A6E',
  rand: 'rubber #D2CBBB',
  outsole: 'foam #D2CBBB',
} as const

const hikerOf = (upper: Coat, thread: Coat, ...trims: readonly Trim[]): Parts =>
  Object.assign({ upper, thread, ...dark }, ...trims) as Parts

/** Alpine: nubuck with a cloth window, rubber rand, lugs. Leather: one leather all round, brass hooks, lugs.
 * Urban: moc toe on a white wedge. Trek: light mesh and suede, rubber toe, two-colour sole. */
export const hiker: Readonly<Record<string, Colourway>> = {
  'tobacco-alpine': way(
    'alpine',
    ['brown', '#7B5A38', 'tobacco nubuck, moss cloth window, rust laces, black rubber rand'],
    hikerOf('nubuck #7B5A38', 'thread #B08C5E', {
      overlay: 'nubuck #6A4A2C',
      cloth: 'canvas #5D5A48',
      collar: 'nubuck #3A3129',
      lace: 'lace #B5482A',
      tongue: 'canvas #5D5A48',
    }),
  ),
  'graphite-alpine': way(
    'alpine',
    ['grey', '#4A4A48', 'graphite nubuck, black cloth window, yellow laces, black rubber rand'],
    hikerOf('nubuck #4A4A48', 'thread #7D7A74', {
      overlay: 'nubuck #3A3A3A',
      cloth: 'canvas #2C2E30',
      collar: 'nubuck #232323',
      rand: 'rubber #1C1B1B',
      lining: 'lining #2A2826',
      lace: 'lace #C9A04A',
      mid: 'foam #8C887E',
      sole: 'rubber #1D1C1B',
      tongue: 'canvas #2C2E30',
    }),
  ),
  'pine-alpine': way(
    'alpine',
    ['green', '#4B533F', 'pine suede, moss cloth window, cream laces, black rubber rand'],
    hikerOf('suede #4B533F', 'thread #8A8E6E', {
      overlay: 'suede #3B4232',
      cloth: 'canvas #6A6A54',
      collar: 'nubuck #2B2A24',
      rand: 'rubber #25221E',
      lining: 'lining #33302A',
      lace: 'lace #D2C6A6',
      mid: 'foam #C6BAA2',
      tongue: 'canvas #6A6A54',
    }),
  ),
  'sand-alpine': way(
    'alpine',
    ['beige', '#BFA67F', 'sand nubuck, ecru cloth window, brown laces, brown rubber rand'],
    hikerOf('nubuck #B89F78', 'thread #D6C29C', {
      overlay: 'nubuck #A2875E',
      cloth: 'canvas #C6B997',
      collar: 'nubuck #6A563C',
      rand: 'rubber #4A3A2A',
      lining: 'lining #5A4A36',
      lace: 'lace #5D4029',
      mid: 'foam #D0C5AE',
      sole: 'rubber #4A3A2C',
      tongue: 'canvas #C6B997',
    }),
  ),
  'cognac-leather': way(
    'leather',
    ['tan', '#84451F', 'cognac calf, red laces, brass hooks, dark lugged sole'],
    hikerOf('calf #80431F', 'thread #C08A55', brass, {
      collar: 'calf #4A2A17',
      lace: 'lace #A53A2A',
      lining: 'lining #C09A6C',
      mid: 'edge #4A2B1A',
      tongue: 'calf #80431F',
    }),
    0.2,
  ),
  'black-leather': way(
    'leather',
    ['black', '#1C1A1A', 'black grain leather, black laces, steel hooks, black lugged sole'],
    hikerOf('grain #1C1A1A', 'thread #45413F', {
      collar: 'calf #161515',
      lace: 'lace #1D1C1C',
      mid: 'edge #211E1C',
      metal: 'metal #8C8A86',
      tongue: 'grain #1C1A1A',
    }),
  ),
  'espresso-leather': way(
    'leather',
    ['brown', '#3F281B', 'espresso grain leather, tan laces, brass hooks, dark lugged sole'],
    hikerOf('grain #402919', 'thread #7A563E', brass, {
      collar: 'calf #241811',
      lace: 'lace #A5814F',
      lining: 'lining #B08A5E',
      mid: 'edge #35231A',
      tongue: 'grain #402919',
    }),
  ),
  'oxblood-leather': way(
    'leather',
    ['red', '#57191D', 'oxblood calf, cream laces, brass hooks, dark lugged sole'],
    hikerOf('calf #551A1D', 'thread #87484A', brass, {
      collar: 'calf #2B1112',
      lace: 'lace #D2C6A6',
      lining: 'lining #B08A5E',
      mid: 'edge #35211A',
      tongue: 'calf #551A1D',
    }),
    0.2,
  ),
  'black-urban': way(
    'urban',
    ['black', '#1D1B1B', 'black calf, moc toe, white wedge sole'],
    hikerOf('calf #1D1B1B', 'thread #C8C2B4', wedge, {
      collar: 'calf #191717',
      lace: 'lace #232122',
      lining: 'lining #9A7750',
      metal: 'metal #A68A52',
      tongue: 'calf #1D1B1B',
    }),
  ),
  'camel-urban': way(
    'urban',
    ['tan', '#A8743F', 'camel nubuck, moc toe, cream laces, white wedge sole'],
    hikerOf('nubuck #A3703D', 'thread #E0CDA8', wedge, brass, {
      collar: 'nubuck #7A4F28',
      lace: 'lace #E0D6BE',
      lining: 'lining #C9A377',
      tongue: 'nubuck #A3703D',
    }),
  ),
  'chalk-urban': way(
    'urban',
    ['white', '#DAD4C6', 'chalk leather, moc toe, white wedge sole'],
    hikerOf('grain #D8D2C4', 'thread #C2B8A2', wedge, {
      collar: 'nubuck #BFB6A3',
      lace: 'lace #E0DACB',
      lining: 'lining #CDB894',
      metal: 'metal #B4B2AC',
      tongue: 'grain #D8D2C4',
    }),
  ),
  'olive-urban': way(
    'urban',
    ['green', '#595A3C', 'olive suede, moc toe, ochre laces, white wedge sole'],
    hikerOf('suede #55563A', 'thread #A3A27C', wedge, brass, {
      collar: 'suede #3C3D28',
      lace: 'lace #B58A35',
      lining: 'lining #B8935F',
      tongue: 'suede #55563A',
    }),
  ),
  'slate-trek': way(
    'trek',
    ['grey', '#6B737A', 'slate mesh and suede, orange pull, grey and black sole'],
    hikerOf('suede #5D656C', 'thread #99A1A7', {
      overlay: 'suede #4A5158',
      cloth: 'mesh #737B82',
      collar: 'nubuck #2E3338',
      lace: 'lace #BF6A33',
      tab: 'canvas #BF6A33',
      mid: 'foam #A7A59C',
      tongue: 'mesh #737B82',
    }),
  ),
  'moss-trek': way(
    'trek',
    ['green', '#6A6F50', 'moss mesh and suede, cream laces, sand and brown sole'],
    hikerOf('suede #5B6045', 'thread #989C7A', {
      overlay: 'suede #484C36',
      cloth: 'mesh #747858',
      collar: 'nubuck #30332A',
      lace: 'lace #D6CBAE',
      tab: 'canvas #D6CBAE',
      mid: 'foam #C9BEA6',
      sole: 'rubber #3A3028',
      tongue: 'mesh #747858',
    }),
  ),
  'ochre-trek': way(
    'trek',
    ['yellow', '#B58A35', 'ochre mesh and brown suede, dark sole'],
    hikerOf('suede #7A5A2E', 'thread #CFA95E', {
      overlay: 'suede #5F4524',
      cloth: 'mesh #B0862F',
      collar: 'nubuck #38301F',
      lace: 'lace #2E2A22',
      tab: 'canvas #2E2A22',
      mid: 'foam #CFC4AA',
      tongue: 'mesh #B0862F',
    }),
  ),
  'berry-trek': way(
    'trek',
    ['pink', '#8E4A5A', 'berry mesh and plum suede, pale laces, grey sole'],
    hikerOf('suede #6B3344', 'thread #B3808E', {
      overlay: 'suede #572838',
      cloth: 'mesh #94505F',
      collar: 'nubuck #33202A',
      lace: 'lace #D9CDC2',
      tab: 'canvas #D9CDC2',
      mid: 'foam #BDB6AA',
      sole: 'rubber #2B2728',
      tongue: 'mesh #94505F',
    }),
  ),
}
