import { care } from '../care'
import { colours } from '../colours'
import { menHalves, menTall, menWhole, womenHalves } from '../size-runs'
import type { Style } from '../types'

const albona: Style = {
  slug: 'albona',
  name: 'Albona',
  brand: 'molini',
  artType: 'derby',
  segment: 'men',
  categories: ['men-derbies'],
  summary: { en: 'Cap-toe derby, calf', it: 'Derby con puntale, vitello', de: 'Derby mit Kappe, Kalb' },
  description: {
    en: 'The first shoe we made, and the last it is built on has not changed since 1961. Straight cap, open lacing with five eyelets, a leather sole sewn to the welt.\n\nThe calf is drum-dyed and burnished by hand at the toe. It comes in three widths, because feet do.',
    it: 'La prima scarpa che abbiamo fatto, sulla stessa forma dal 1961. Puntale dritto, allacciatura aperta a cinque fori, suola di cuoio cucita al guardolo.\n\nIl vitello è tinto in botte e lucidato a mano in punta. Esiste in tre calzate, come i piedi.',
    de: 'Unser erster Schuh, auf einem Leisten, den wir seit 1961 nicht verändert haben. Gerade Kappe, offene Schnürung mit fünf Ösen, Ledersohle, am Rahmen genäht.\n\nDas Kalbsleder ist fassgefärbt und an der Spitze von Hand poliert. Es gibt ihn in drei Weiten, denn Füße haben sie auch.',
  },
  fitNote: {
    en: 'Fits a little large in length: most order half a size below their sneaker size.',
    it: 'Un po’ lunga: in genere mezzo numero meno delle sneaker.',
    de: 'Etwas lang geschnitten: meist eine halbe Größe unter der Sneakergröße.',
  },
  care: care.calf,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 22, closure: 'lace', toeShape: 'almond', weightG: 520 },
  sizeScale: 'adult',
  sizes: menHalves,
  widths: ['narrow', 'standard', 'wide'],
  prices: { EUR: 24500, GBP: 21500, USD: 25900 },
  colourways: [
    { slug: 'albona-derby-cognac', colour: colours.cognac, way: 'cognac-cap', launchedAt: '2024-02-05', popularity: 1000, stock: 'full' },
    { slug: 'albona-derby-black', colour: colours.black, way: 'black-cap', launchedAt: '2024-02-05', popularity: 920, stock: 'full' },
    { slug: 'albona-derby-oxblood', colour: colours.oxblood, way: 'oxblood-cap', launchedAt: '2026-09-28', popularity: 630, stock: 'broken' },
  ],
}

const opera: Style = {
  slug: 'opera',
  name: 'Opera',
  brand: 'molini',
  artType: 'derby',
  segment: 'men',
  categories: ['men-derbies'],
  summary: { en: 'Evening derby, patent leather', it: 'Derby da sera, vernice', de: 'Abendschuh, Lackleder' },
  description: {
    en: 'Black patent for the two evenings a year that ask for it, and for every other when you feel like it. The toe is plain, so the lamp has something to land on.\n\nA single thin sole keeps it quiet on parquet.',
    it: 'Vernice nera per le due sere all’anno che la chiedono, e per le altre quando va. La punta è liscia: la luce sa dove posarsi.\n\nUna sola suola sottile, che sul parquet non si sente.',
    de: 'Schwarzer Lack für die zwei Abende im Jahr, die danach verlangen, und für alle anderen nach Laune. Die Spitze ist glatt, damit das Licht etwas hat.\n\nEine einzige dünne Sohle macht ihn auf Parkett leise.',
  },
  fitNote: {
    en: 'Thin socks assumed. Patent does not stretch, so judge the width on the first evening at home.',
    it: 'Pensata per calze sottili. La vernice non cede: la larghezza si prova la prima sera, in casa.',
    de: 'Für dünne Socken gedacht. Lack weitet sich nicht, prüfen Sie die Weite zu Hause auf Teppich.',
  },
  care: care.patent,
  materials: { upper: 'coated-leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 22, closure: 'lace', toeShape: 'almond', weightG: 470 },
  sizeScale: 'adult',
  sizes: menWhole,
  prices: { EUR: 25500, GBP: 22500, USD: 26900 },
  colourways: [
    { slug: 'opera-derby-black', colour: colours.black, way: 'black-plain', launchedAt: '2024-10-21', popularity: 350, stock: 'last-pairs' },
  ],
}

const kelmarsh: Style = {
  slug: 'kelmarsh',
  name: 'Kelmarsh',
  brand: 'harrow-pyke',
  artType: 'derby',
  segment: 'men',
  categories: ['men-derbies'],
  summary: { en: 'Plain-toe derby, welted', it: 'Derby liscia, cucita a guardolo', de: 'Glatter Derby, rahmengenäht' },
  description: {
    en: 'A plain front asks for flawless leather, and Northampton sends it: pebbled grain in chestnut, smooth calf in espresso and navy. Oak bark leather goes under it.\n\nStiff for ten days, then yours. Harrow & Pyke resoles it three times.',
    it: 'Una punta liscia chiede pelle senza difetti, e Northampton la trova: a grana in castagna, liscia in espresso e blu notte. Sotto, cuoio conciato alla quercia.\n\nDura per dieci giorni, poi personale. Harrow & Pyke la risuola tre volte.',
    de: 'Eine glatte Front verzeiht keinen Fehler im Leder. Kastanie ist genarbt, Espresso und Nachtblau sind glattes Kalb, darunter liegt eichenlohgegerbtes Sohlenleder.\n\nZehn Tage steif, danach Ihrer. Harrow & Pyke besohlt ihn dreimal neu.',
  },
  fitNote: {
    en: 'Go by the EU number: the UK size stamped on the sole is half a size higher than usual.',
    it: 'Vale il numero EU: quello inglese sulla suola è mezzo numero più alto del solito.',
    de: 'Maßgeblich ist die EU-Größe: die englische Zahl auf der Sohle liegt eine halbe höher als üblich.',
  },
  care: care.grain,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 24, closure: 'lace', toeShape: 'round', weightG: 590 },
  sizeScale: 'adult',
  sizes: menTall,
  widths: ['standard', 'wide'],
  prices: { EUR: 36500, GBP: 31500, USD: 38500 },
  colourways: [
    { slug: 'kelmarsh-derby-chestnut', colour: colours.chestnut, way: 'chestnut-plain', launchedAt: '2025-09-01', popularity: 500, stock: 'full' },
    { slug: 'kelmarsh-derby-espresso', colour: colours.espresso, way: 'espresso-plain', launchedAt: '2025-09-01', popularity: 470, stock: 'broken' },
    { slug: 'kelmarsh-derby-navy', colour: colours.navy, way: 'navy-plain', launchedAt: '2024-09-09', popularity: 260, stock: 'last-pairs' },
  ],
}

const wexcombe: Style = {
  slug: 'wexcombe',
  name: 'Wexcombe',
  brand: 'harrow-pyke',
  artType: 'derby',
  segment: 'men',
  categories: ['men-brogues', 'men-derbies'],
  summary: { en: 'Wing-cap brogue, calf', it: 'Brogue a coda di rondine, vitello', de: 'Budapester mit Flügelkappe, Kalb' },
  description: {
    en: 'Two hundred and eighteen holes a shoe, punched by one man with one tool. The wing sweeps back to the lacing and leaves the side bare.\n\nHoles once let bog water out. Now they let an ordinary suit breathe a little.',
    it: 'Duecentodiciotto fori per scarpa, bucati da un uomo solo con un solo ferro. L’ala corre fino ai lacci e lascia nudo il fianco.\n\nUn tempo i fori facevano uscire l’acqua della torba. Oggi alleggeriscono un abito qualunque.',
    de: 'Zweihundertachtzehn Löcher je Schuh, von einem Mann mit einem Eisen gestanzt. Der Flügel läuft bis zur Schnürung, die Seite bleibt frei.\n\nFrüher lief durch die Löcher das Moorwasser ab. Heute nehmen sie einem Anzug die Strenge.',
  },
  fitNote: {
    en: 'Longish toe, so the foot stops 15 mm before the shoe does. EU size as usual; UK reads half higher.',
    it: 'Punta allungata: il piede finisce 15 mm prima. EU come sempre, UK mezzo numero sopra.',
    de: 'Lange Spitze, der Fuß endet 15 mm vorher. EU wie gewohnt, UK eine halbe Nummer höher.',
  },
  care: care.calf,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 24, closure: 'lace', toeShape: 'almond', weightG: 610 },
  sizeScale: 'adult',
  sizes: menTall,
  prices: { EUR: 38500, GBP: 33500, USD: 40500 },
  colourways: [
    { slug: 'wexcombe-derby-espresso', colour: colours.espresso, way: 'espresso-brogue', launchedAt: '2025-10-06', popularity: 430, stock: 'full' },
    { slug: 'wexcombe-derby-black', colour: colours.black, way: 'black-brogue', launchedAt: '2025-10-06', popularity: 400, stock: 'broken' },
  ],
}

const pembury: Style = {
  slug: 'pembury',
  name: 'Pembury',
  brand: 'harrow-pyke',
  artType: 'derby',
  segment: 'women',
  categories: ['women-brogues'],
  summary: { en: 'Women’s brogue, calf', it: 'Brogue da donna, vitello', de: 'Damenbudapester, Kalb' },
  description: {
    en: 'Not a shrunken men’s shoe: the last has a higher arch and a heel seat six millimetres narrower. The wing cap and its holes are the same.\n\nTan ages towards honey, oxblood towards black cherry. Both take a brush well.',
    it: 'Non è una scarpa da uomo rimpicciolita: la forma ha l’arco più alto e un tallone più stretto di sei millimetri. L’ala e i suoi fori sono gli stessi.\n\nIl cuoio va verso il miele, il sangue di bue verso la ciliegia nera. A entrambi fa bene la spazzola.',
    de: 'Kein verkleinerter Herrenschuh: Der Leisten hat mehr Gewölbe und eine um sechs Millimeter schmalere Ferse. Flügelkappe und Lochung sind gleich.\n\nNaturleder reift zu Honig, Ochsenblut zu Schwarzkirsche. Beide mögen die Bürste.',
  },
  fitNote: {
    en: 'Half a size down if you will wear it with tights.',
    it: 'Con i collant, mezzo numero in meno.',
    de: 'Mit Strumpfhose eine halbe Größe kleiner.',
  },
  care: care.calf,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 24, closure: 'lace', toeShape: 'almond', weightG: 460 },
  sizeScale: 'adult',
  sizes: womenHalves,
  prices: { EUR: 34500, GBP: 29900, USD: 36500 },
  colourways: [
    { slug: 'pembury-derby-tan', colour: colours.tan, way: 'tan-brogue', launchedAt: '2026-09-07', popularity: 450, stock: 'new' },
    { slug: 'pembury-derby-oxblood', colour: colours.oxblood, way: 'oxblood-brogue', launchedAt: '2025-09-29', popularity: 380, stock: 'broken' },
  ],
}

const thornham: Style = {
  slug: 'thornham',
  name: 'Thornham',
  brand: 'harrow-pyke',
  artType: 'derby',
  segment: 'men',
  categories: ['men-derbies'],
  summary: { en: 'Grained derby, rubber lugs', it: 'Derby a grana, suola carrarmato', de: 'Genarbter Derby, Profilsohle' },
  description: {
    en: 'For churchyards, dog walks and railway platforms in February. Grained leather hides scratches; a storm welt closes the gap where water would come in.\n\nThe lugs are six millimetres deep and can be replaced as a whole.',
    it: 'Per cortili di ghiaia, cani da portare fuori e binari a febbraio. La grana nasconde i graffi, il guardolo rialzato chiude la via all’acqua.\n\nTasselli da sei millimetri, sostituibili tutti insieme.',
    de: 'Für Kieshöfe, Hunderunden und Bahnsteige im Februar. Die Narbung verzeiht Kratzer, ein Wetterrahmen schließt den Spalt, durch den sonst Wasser kommt.\n\nSechs Millimeter Profil, als Ganzes zu ersetzen.',
  },
  fitNote: {
    en: 'Built for wool socks: generous. With thin ones, half a size less.',
    it: 'Abbondante, per calze di lana. Con calze sottili, mezzo numero in meno.',
    de: 'Großzügig, für Wollsocken. Mit dünnen Socken eine halbe Größe weniger.',
  },
  care: care.grain,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 30, closure: 'lace', toeShape: 'round', weightG: 680, waterResistance: 'repellent' },
  sizeScale: 'adult',
  sizes: menTall,
  prices: { EUR: 33500, GBP: 28900, USD: 35500 },
  colourways: [
    { slug: 'thornham-derby-black', colour: colours.black, way: 'black-lug', launchedAt: '2024-10-14', popularity: 480, stock: 'full' },
    { slug: 'thornham-derby-forest', colour: colours.forest, way: 'forest-lug', launchedAt: '2026-10-12', popularity: 370, stock: 'new' },
    { slug: 'thornham-derby-mahogany', colour: colours.mahogany, way: 'mahogany-lug', launchedAt: '2025-10-20', popularity: 330, stock: 'broken' },
  ],
}

const umago: Style = {
  slug: 'umago',
  name: 'Umago',
  brand: 'molini',
  artType: 'derby',
  segment: 'men',
  categories: ['men-derbies'],
  summary: { en: 'Plain derby, suede on crepe', it: 'Derby in camoscio su para', de: 'Derby aus Velours auf Krepp' },
  description: {
    en: 'The derby without its tie on. Unlined at the front, it folds in one hand; the crepe is real latex and sounds like nothing.\n\nTobacco for corduroy, sand for linen, ink for everything that is not black.',
    it: 'La derby senza cravatta. Sfoderata davanti, si piega in una mano; la para è lattice vero e non fa rumore.\n\nTabacco con il velluto, sabbia con il lino, inchiostro con tutto ciò che non è nero.',
    de: 'Der Derby ohne Krawatte. Vorn ungefüttert, passt er gefaltet in eine Hand; die Sohle ist echter Naturkrepp und macht kein Geräusch.\n\nTabak zu Cord, Sand zu Leinen, Tinte zu allem, was nicht schwarz ist.',
  },
  fitNote: {
    en: 'Soft from the first step. Choose it close, it gives up to half a size.',
    it: 'Morbida dal primo passo. Meglio sceglierla precisa: cede fino a mezzo numero.',
    de: 'Vom ersten Schritt an weich. Eher knapp wählen, er gibt bis zu einer halben Größe nach.',
  },
  care: care.suede,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 22, closure: 'lace', toeShape: 'round', weightG: 440 },
  sizeScale: 'adult',
  sizes: menHalves,
  prices: { EUR: 23500, GBP: 20500, USD: 24900 },
  colourways: [
    { slug: 'umago-derby-tobacco', colour: colours.tobacco, way: 'tobacco-crepe', launchedAt: '2024-03-11', popularity: 820, stock: 'full' },
    { slug: 'umago-derby-sand', colour: colours.sand, way: 'sand-crepe', launchedAt: '2025-03-24', popularity: 540, stock: 'broken' },
    { slug: 'umago-derby-ink', colour: colours.ink, way: 'ink-crepe', launchedAt: '2026-11-16', popularity: 470, stock: 'new' },
  ],
}

export const derbies: readonly Style[] = [albona, opera, kelmarsh, wexcombe, pembury, thornham, umago]
