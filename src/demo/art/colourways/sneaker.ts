import { type Colourway, type Parts, way } from './colourway'

const chalkCup = {
  sole: 'rubber #DCD6C8',
  soleThread: 'thread #D6CFBF',
  lace: 'lace #E4DFD3',
  outsole: 'rubber #D2CBBB',
} as const
const gumCup = {
  sole: 'rubber #B48A5C',
  soleThread: 'thread #CFAE82',
  lace: 'lace #E4DCC8',
  outsole: 'rubber #AD7F52',
} as const
const tanLined = { lining: 'lining #C9A377' } as const
const paleLined = { lining: 'lining #D0BFA4' } as const

const court = (upper: Parts['upper'], tab: Parts['upper'], more: Partial<Parts> = {}): Parts => ({
  ...chalkCup,
  ...paleLined,
  upper,
  tab,
  ...more,
})
const terrace = (upper: Parts['upper'], band: Parts['upper'], more: Partial<Parts> = {}): Parts => ({
  ...gumCup,
  ...tanLined,
  upper,
  band,
  tab: band,
  ...more,
})
const canvas = (upper: Parts['upper'], stripe: Parts['upper'], more: Partial<Parts> = {}): Parts => ({
  sole: 'rubber #DCD6C8',
  cap: 'rubber #DDD7CA',
  outsole: 'rubber #B48A5C',
  lace: 'lace #E6DFD0',
  eyelet: 'metal #B9B4A8',
  lining: 'canvas #D9D0BC',
  upper,
  stripe,
  ...more,
})

/** Court: low tennis shoe, perforated toe, contrast heel tab. Plain: no holes, one colour. Terrace: suede, T-shaped toe
 * overlay, slanted side bands, gum sole. Canvas: rubber toe cap, striped foxing. Panel: overlays in a second material. */
export const sneaker: Readonly<Record<string, Colourway>> = {
  'chalk-court': way(
    'court',
    ['white', '#E6E1D6', 'white calf, perforated toe, pine suede heel tab, white cup sole'],
    court('calf #DCD7CB', 'suede #2F4A3C', { thread: 'thread #E4DECE' }),
  ),
  'ink-court': way(
    'court',
    ['blue', '#2A3240', 'ink blue suede, perforated toe, chalk calf heel tab, white cup sole'],
    court('suede #2A3240', 'calf #D8D1C2', { thread: 'thread #55647E', lining: 'lining #C9B596' }),
  ),
  'black-court': way(
    'court',
    ['black', '#1F1D1D', 'black calf, perforated toe, tan heel tab, white cup sole'],
    court('calf #1C1A1A', 'calf #8A4A22', { thread: 'thread #3A3838', lace: 'lace #232122' }),
  ),
  'sage-court': way(
    'court',
    ['green', '#8F957F', 'sage green grain calf, perforated toe, chalk heel tab, white cup sole'],
    court('grain #858B74', 'calf #D8D1C2', { thread: 'thread #A3A892' }),
  ),
  'chalk-plain': way(
    'plain',
    ['white', '#E4DED1', 'all-white smooth calf, no perforation, white cup sole'],
    court('calf #DDD8CC', 'calf #D8D2C5', { thread: 'thread #E4DECE' }),
  ),
  'stone-plain': way(
    'plain',
    ['beige', '#C4B79F', 'stone nubuck in one colour, stone cup sole'],
    court('nubuck #B9AB92', 'nubuck #AC9D83', {
      thread: 'thread #C8BBA3',
      sole: 'rubber #CFC4B0',
      soleThread: 'thread #C2B69F',
      outsole: 'rubber #BDB09A',
      lace: 'lace #CDC2AE',
    }),
  ),
  'black-plain': way(
    'plain',
    ['black', '#191818', 'all-black smooth calf, black cup sole'],
    court('calf #191717', 'calf #191717', {
      thread: 'thread #2E2C2C',
      sole: 'rubber #1D1C1B',
      soleThread: 'thread #343230',
      outsole: 'rubber #1B1A19',
      lace: 'lace #1C1B1B',
      lining: 'lining #2E2A27',
    }),
  ),
  'cognac-plain': way(
    'plain',
    ['tan', '#8A4A22', 'cognac calf, white cup sole, tan lining'],
    court('calf #84451F', 'calf #7A3E1B', { ...tanLined, thread: 'thread #B57B48', lace: 'lace #DDD3C0' }),
    0.16,
  ),
  'moss-terrace': way(
    'terrace',
    ['green', '#5B6043', 'moss suede, chalk side bands, suede T-toe, gum sole'],
    terrace('suede #545A3D', 'calf #D8D1C2', { thread: 'thread #7B8160', overlay: 'suede #4A5036' }),
  ),
  'tobacco-terrace': way(
    'terrace',
    ['brown', '#7D5734', 'tobacco suede, cream side bands, suede T-toe, gum sole'],
    terrace('suede #7D5734', 'calf #D9CCB2', { thread: 'thread #A8805A', overlay: 'suede #6E4B2C' }),
  ),
  'bordeaux-terrace': way(
    'terrace',
    ['red', '#66242B', 'bordeaux suede, blush side bands, suede T-toe, gum sole'],
    terrace('suede #66242B', 'calf #CBA694', { thread: 'thread #8E4A4E', overlay: 'suede #571E25' }),
  ),
  'navy-terrace': way(
    'terrace',
    ['blue', '#2B3A57', 'navy suede, white side bands, suede T-toe, gum sole'],
    terrace('suede #27354F', 'calf #DCD7CB', { thread: 'thread #4E5F80', overlay: 'suede #202C44' }),
  ),
  'ecru-canvas': way(
    'canvas',
    ['beige', '#D9D0BC', 'ecru canvas, white rubber toe cap, red stripe on the sole edge'],
    canvas('canvas #D6CCB6', 'rubber #9A2F2B', { thread: 'thread #B7A98C' }),
  ),
  'black-canvas': way(
    'canvas',
    ['black', '#232222', 'black canvas, white rubber toe cap, black stripe on the sole edge'],
    canvas('canvas #232122', 'rubber #1F1D1D', { thread: 'thread #C8C2B4' }),
  ),
  'rust-canvas': way(
    'canvas',
    ['red', '#A24F2C', 'rust canvas, white rubber toe cap, brown stripe on the sole edge'],
    canvas('canvas #98482A', 'rubber #5A3220', { thread: 'thread #D2A37C' }),
  ),
  'slate-canvas': way(
    'canvas',
    ['grey', '#6E7479', 'slate grey canvas, white rubber toe cap, navy stripe on the sole edge'],
    canvas('canvas #666C72', 'rubber #27354F', { thread: 'thread #A5AAAD' }),
  ),
  'chalk-panel': way(
    'panel',
    ['white', '#DDD8CC', 'white calf with grey suede toe and eyelet panels, grey heel, white cup sole'],
    court('calf #DCD7CB', 'suede #8A8881', {
      overlay: 'suede #97958D',
      eyestay: 'suede #97958D',
      thread: 'thread #C2BFB5',
    }),
  ),
  'sand-panel': way(
    'panel',
    ['beige', '#C9AE87', 'sand nubuck with tan suede toe and eyelet panels, cognac heel, gum sole'],
    court('nubuck #C2AA86', 'calf #84451F', {
      ...gumCup,
      overlay: 'suede #A9875A',
      eyestay: 'suede #A9875A',
      thread: 'thread #DBC7A5',
    }),
  ),
}
