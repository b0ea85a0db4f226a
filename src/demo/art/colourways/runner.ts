import { type Colourway, type Coat, type Parts, way } from './colourway'

const base = { mid: 'foam #DCD6C8', outsole: 'rubber #3A3531', lace: 'lace #E2DCCF' } as const
type Trim = Partial<Parts>

const runnerOf = (upper: Coat, overlay: Coat, more: Trim): Parts => ({
  ...base,
  upper,
  overlay,
  collar: overlay,
  ...more,
})

/** Sweep: mesh with two swept suede bands. Knit: sock-like knit, few overlays. Trail: rubber toe guard, lugged sole.
 * Retro: suede and nylon in blocks, two-colour wedge. Road: light mesh, three printed lines, thick foam. */
export const runner: Readonly<Record<string, Colourway>> = {
  'stone-sweep': way(
    'sweep',
    ['beige', '#CFC6B4', 'stone mesh, suede bands, rust heel tab, off-white sole'],
    runnerOf('mesh #CFC6B4', 'suede #96886F', {
      band: 'suede #B5A88F',
      clip: 'rubber #B0522B',
      lining: 'lining #4B463F',
      thread: 'thread #D6CDBB',
      heel: 'suede #857661',
    }),
  ),
  'moss-sweep': way(
    'sweep',
    ['green', '#74745F', 'moss mesh, olive suede bands, ochre heel tab, off-white and sand sole'],
    runnerOf('mesh #74745F', 'suede #3F4233', {
      band: 'suede #54563F',
      clip: 'rubber #C9A04A',
      lining: 'lining #33372A',
      thread: 'thread #98A07C',
      lace: 'lace #CFC9B0',
      mid: 'foam #D9D3C4',
      outsole: 'rubber #4A3C2E',
    }),
  ),
  'graphite-sweep': way(
    'sweep',
    ['grey', '#5A5A5A', 'graphite mesh, black suede bands, pale blue heel tab, off-white sole'],
    runnerOf('mesh #5E5E5E', 'suede #2E2E2F', {
      band: 'suede #434345',
      clip: 'rubber #8FA3B5',
      lining: 'lining #232324',
      thread: 'thread #86868A',
      lace: 'lace #C9C7C2',
    }),
  ),
  'rouge-sweep': way(
    'sweep',
    ['red', '#8A2C2A', 'brick red mesh, bordeaux suede bands, cream heel tab, cream sole'],
    runnerOf('mesh #93372F', 'suede #5A1F22', {
      band: 'suede #74292A',
      clip: 'rubber #D9CDB4',
      lining: 'lining #3A2222',
      thread: 'thread #B9655C',
      mid: 'foam #DDD3BF',
      outsole: 'rubber #5B4632',
    }),
  ),
  'ink-knit': way(
    'knit',
    ['blue', '#3A404D', 'ink knit, tonal nubuck heel, brass tab, chalk sole'],
    runnerOf('knit #3A404D', 'nubuck #232A38', {
      band: 'nubuck #2C3443',
      clip: 'rubber #B99A63',
      lining: 'lining #1D1F24',
      thread: 'thread #67728A',
      lace: 'lace #39425A',
      outsole: 'rubber #B58A5A',
      tongue: 'knit #3A404D',
      collar: 'knit #2A3241',
    }),
  ),
  'chalk-knit': way(
    'knit',
    ['white', '#DBD6CA', 'chalk knit, pale grey heel, white sole'],
    runnerOf('knit #D6D1C5', 'nubuck #B4AFA3', {
      clip: 'rubber #9AA39A',
      lining: 'lining #B8B0A0',
      thread: 'thread #E2DDD2',
      outsole: 'rubber #C9C1B1',
      tongue: 'knit #D6D1C5',
      collar: 'knit #C9C3B6',
    }),
  ),
  'black-knit': way(
    'knit',
    ['black', '#232324', 'black knit, black sole with gum tread'],
    runnerOf('knit #262627', 'nubuck #19191A', {
      clip: 'rubber #3A3A3B',
      lining: 'lining #1B1B1C',
      thread: 'thread #47474A',
      lace: 'lace #232324',
      mid: 'foam #242424',
      outsole: 'rubber #A87B4E',
      tongue: 'knit #262627',
      collar: 'knit #1D1D1E',
    }),
  ),
  'sage-knit': way(
    'knit',
    ['green', '#8F957F', 'sage knit, moss heel, chalk sole'],
    runnerOf('knit #8B917A', 'nubuck #5E654E', {
      clip: 'rubber #D9CDB4',
      lining: 'lining #5A5F4C',
      thread: 'thread #A9AF98',
      lace: 'lace #C9C9B4',
      tongue: 'knit #8B917A',
      collar: 'knit #757B64',
      outsole: 'rubber #B58A5A',
    }),
  ),
  'pine-trail': way(
    'trail',
    ['green', '#36493C', 'pine mesh, black rubber toe guard, orange laces, black lugged sole'],
    runnerOf('mesh #3F5345', 'nubuck #26332B', {
      rand: 'rubber #1F1F1D',
      clip: 'rubber #C0642B',
      lining: 'lining #1F2621',
      thread: 'thread #6E8274',
      lace: 'lace #B8602C',
      mid: 'foam #4A5148',
      outsole: 'rubber #1E1D1B',
    }),
  ),
  'ochre-trail': way(
    'trail',
    ['yellow', '#B58A35', 'ochre mesh, brown rubber toe guard, dark lugged sole'],
    runnerOf('mesh #B0862F', 'nubuck #6A5128', {
      rand: 'rubber #3A2E22',
      clip: 'rubber #2F3B33',
      lining: 'lining #3A3020',
      thread: 'thread #D6B468',
      lace: 'lace #3A3327',
      mid: 'foam #CFC5AE',
      outsole: 'rubber #2E2823',
    }),
  ),
  'black-trail': way(
    'trail',
    ['black', '#262627', 'black mesh, black rubber toe guard, grey foam, black lugged sole'],
    runnerOf('mesh #2B2B2C', 'nubuck #1B1B1C', {
      rand: 'rubber #161616',
      clip: 'rubber #8E8E8C',
      lining: 'lining #1A1A1A',
      thread: 'thread #5B5B5D',
      lace: 'lace #8E8C88',
      mid: 'foam #6B6A67',
      outsole: 'rubber #1A1918',
    }),
  ),
  'navy-retro': way(
    'retro',
    ['blue', '#2B3A57', 'navy nylon and suede, sand side band, two-colour wedge sole'],
    runnerOf('canvas #2D3B57', 'suede #26334D', {
      band: 'suede #C2AE8C',
      clip: 'rubber #A8412E',
      lining: 'lining #39435A',
      thread: 'thread #56678A',
      stripe: 'foam #2D3B57',
      mid: 'foam #DDD7CA',
      outsole: 'rubber #B58A5A',
    }),
  ),
  'sand-retro': way(
    'retro',
    ['beige', '#C8B491', 'sand nylon and camel suede, chalk side band, two-colour wedge sole'],
    runnerOf('canvas #C8B593', 'suede #A98655', {
      band: 'suede #DAD3C4',
      clip: 'rubber #7D3B22',
      lining: 'lining #8B7552',
      thread: 'thread #DDCBA8',
      stripe: 'foam #A98655',
      mid: 'foam #DDD7CA',
      outsole: 'rubber #8A6440',
    }),
  ),
  'burgundy-retro': way(
    'retro',
    ['red', '#66242B', 'burgundy nylon and suede, blush side band, two-colour wedge sole'],
    runnerOf('canvas #6B2A31', 'suede #57202A', {
      band: 'suede #CBA694',
      clip: 'rubber #27354F',
      lining: 'lining #4A2529',
      thread: 'thread #97555A',
      stripe: 'foam #57202A',
      mid: 'foam #DED6C8',
      outsole: 'rubber #B58A5A',
    }),
  ),
  'white-road': way(
    'road',
    ['white', '#DEDAD0', 'white mesh, three grey lines, thick white foam, grey tread'],
    runnerOf('mesh #DAD6CC', 'nubuck #C3BEB3', {
      band: 'rubber #98978F',
      clip: 'rubber #B0522B',
      lining: 'lining #8E8A80',
      thread: 'thread #E5E1D8',
      mid: 'foam #DFDACE',
      outsole: 'rubber #6E6B65',
    }),
  ),
  'blue-road': way(
    'road',
    ['blue', '#5F7D98', 'sky blue mesh, three navy lines, thick white foam'],
    runnerOf('mesh #5D7A94', 'nubuck #3C556D', {
      band: 'rubber #22303F',
      clip: 'rubber #D98B4A',
      lining: 'lining #2A3947',
      thread: 'thread #93AABC',
      mid: 'foam #DEDAD0',
      outsole: 'rubber #33383D',
    }),
  ),
  'coral-road': way(
    'road',
    ['pink', '#C9776A', 'coral mesh, three cream lines, thick cream foam, gum tread'],
    runnerOf('mesh #C4705F', 'nubuck #A9574A', {
      band: 'rubber #E0D4BF',
      clip: 'rubber #7A2F2B',
      lining: 'lining #7D453B',
      thread: 'thread #E0A191',
      mid: 'foam #E0D8C8',
      outsole: 'rubber #B58A5A',
    }),
  ),
}
