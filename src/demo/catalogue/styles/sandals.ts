import { care } from '../care'
import { colours } from '../colours'
import { kidsMiddle, menWhole, unisexWhole, womenWhole } from '../size-runs'
import type { Style } from '../types'

const ormos: Style = {
  slug: 'ormos',
  name: 'Ormos',
  brand: 'armyra',
  artType: 'sandal',
  segment: 'unisex',
  categories: ['men-footbed-sandals', 'women-footbed-sandals'],
  summary: { en: 'Two-strap sandal on cork', it: 'Sandalo a due fasce su sughero', de: 'Zweiriemensandale auf Kork' },
  description: {
    en: 'The sandal of the island post office. Two straps, each with its own cast buckle, over a cork bed covered in suede.\n\nTan and chalk are smooth, black is grained, sage is brushed. The cork remembers: lend them to nobody.',
    it: 'Il sandalo dell’ufficio postale dell’isola. Due fasce, ognuna con la sua fibbia fusa, sopra un letto di sughero foderato in camoscio.\n\nCuoio e gesso sono lisci, nero ha la grana, salvia è scamosciato. Il sughero ha memoria: meglio non prestarli.',
    de: 'Die Sandale des Postamts auf der Insel. Zwei Riemen mit eigener gegossener Schnalle, darunter ein Korkbett mit Veloursdecke.\n\nNaturleder und Kreide sind glatt, Schwarz ist genarbt, Salbei gebürstet. Kork hat ein Gedächtnis: Verleihen Sie sie nicht.',
  },
  fitNote: {
    en: 'The foot lies inside the rim with 5 mm to spare all round. Both straps adjust by six holes.',
    it: 'Il piede sta dentro il bordo, con 5 mm tutt’intorno. Le due fasce hanno sei fori.',
    de: 'Der Fuß liegt innerhalb des Rands, ringsum 5 mm Luft. Beide Riemen haben sechs Löcher.',
  },
  care: care.cork,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 20, closure: 'buckle', toeShape: 'open', weightG: 310 },
  sizeScale: 'adult',
  sizes: unisexWhole,
  prices: { EUR: 9900, GBP: 8500, USD: 10500 },
  colourways: [
    { slug: 'ormos-sandal-tan', colour: colours.tan, way: 'tan-buckle', launchedAt: '2024-04-15', popularity: 780, stock: 'full' },
    { slug: 'ormos-sandal-black', colour: colours.black, way: 'black-buckle', launchedAt: '2024-04-15', popularity: 730, stock: 'broken' },
    { slug: 'ormos-sandal-sage', colour: colours.sage, way: 'sage-buckle', launchedAt: '2026-04-20', popularity: 410, stock: 'broken' },
    { slug: 'ormos-sandal-chalk', colour: colours.chalk, way: 'chalk-buckle', launchedAt: '2025-04-21', popularity: 370, stock: 'last-pairs' },
  ],
}

const gaios: Style = {
  slug: 'gaios',
  name: 'Gaios',
  brand: 'armyra',
  artType: 'sandal',
  segment: 'men',
  categories: ['men-footbed-sandals'],
  summary: { en: 'Slide with one wide band', it: 'Ciabatta a fascia larga', de: 'Pantolette mit breitem Band' },
  description: {
    en: 'Eleven centimetres of calf, folded under and stitched twice. That is all it takes to keep a cork bed on a foot.\n\nFor the way to the bakery, and, because it happens, for dinner.',
    it: 'Undici centimetri di vitello, ripiegati sotto e cuciti due volte: non serve altro per tenere il sughero al piede.\n\nPer andare dal fornaio e, visto che succede, per la cena.',
    de: 'Elf Zentimeter Kalbsleder, untergeschlagen und zweimal gesteppt. Mehr braucht es nicht, um ein Korkbett am Fuß zu halten.\n\nFür den Weg zum Bäcker und, weil es vorkommt, zum Abendessen.',
  },
  fitNote: {
    en: 'Tight on a high instep for a week, then fine. Do not go up: the heel would hang over.',
    it: 'Con il collo alto stringe una settimana, poi passa. Un numero in più farebbe sporgere il tallone.',
    de: 'Bei hohem Spann eine Woche eng. Nicht größer nehmen, sonst rutscht die Ferse.',
  },
  care: care.cork,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 20, closure: 'slip-on', toeShape: 'open', weightG: 320 },
  sizeScale: 'adult',
  sizes: menWhole,
  prices: { EUR: 8900, GBP: 7700, USD: 9500 },
  colourways: [
    { slug: 'gaios-sandal-cognac', colour: colours.cognac, way: 'cognac-slide', launchedAt: '2025-05-12', popularity: 450, stock: 'broken' },
    { slug: 'gaios-sandal-black', colour: colours.black, way: 'black-slide', launchedAt: '2025-05-12', popularity: 480, stock: 'full' },
  ],
}

const lakka: Style = {
  slug: 'lakka',
  name: 'Lakka',
  brand: 'armyra',
  artType: 'sandal',
  segment: 'women',
  categories: ['women-footbed-sandals'],
  summary: { en: 'Suede slide on cork', it: 'Ciabatta scamosciata su sughero', de: 'Pantolette aus Velours auf Kork' },
  description: {
    en: 'Suede against bare skin, so nothing rubs on the first warm day. The band is cut slightly askew and sits where the foot is widest.\n\nSand vanishes on the beach; moss does not.',
    it: 'Camoscio sulla pelle nuda: il primo giorno di caldo non fa vesciche. La fascia è tagliata appena di sbieco e cade nel punto più largo del piede.\n\nSabbia sulla spiaggia sparisce, muschio no.',
    de: 'Velours auf nackter Haut, damit am ersten warmen Tag nichts scheuert. Das Band ist leicht schräg geschnitten und sitzt, wo der Fuß am breitesten ist.\n\nSand verschwindet am Strand, Moos nicht.',
  },
  fitNote: {
    en: 'Between whole sizes, the smaller. Your toes should end before the rim rises.',
    it: 'Tra due numeri, il più piccolo: le dita finiscono prima del bordo.',
    de: 'Zwischen zwei Größen die kleinere: Die Zehen enden vor dem Rand.',
  },
  care: care.cork,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 20, closure: 'slip-on', toeShape: 'open', weightG: 240 },
  sizeScale: 'adult',
  sizes: womenWhole,
  prices: { EUR: 8500, GBP: 7300, USD: 8900 },
  colourways: [
    { slug: 'lakka-sandal-sand', colour: colours.sand, way: 'sand-slide', launchedAt: '2026-05-04', popularity: 500, stock: 'broken' },
    { slug: 'lakka-sandal-moss', colour: colours.moss, way: 'moss-slide', launchedAt: '2025-05-05', popularity: 270, stock: 'sold-out' },
  ],
}

const nereida: Style = {
  slug: 'nereida',
  name: 'Nereida',
  brand: 'armyra',
  artType: 'sandal',
  segment: 'women',
  categories: ['women-strap-sandals'],
  summary: { en: 'Crossed straps, flat leather bed', it: 'Fasce incrociate, sottopiede in cuoio', de: 'Gekreuzte Riemen, flaches Lederbett' },
  description: {
    en: 'Two straps cross over the foot, a third goes round the heel, all from one hide and all edge-dyed by brush. The bed is leather, flat as on an ancient vase.\n\nGold is a foil pressed onto calf. It wears at the fold first and looks better for it.',
    it: 'Due fasce s’incrociano sul piede, una terza passa dietro: tutte dalla stessa pelle, con i bordi tinti a pennello. Il fondo è cuoio, piatto come nei vasi antichi.\n\nL’oro è una lamina pressata sul vitello: si consuma prima nelle pieghe, e ci guadagna.',
    de: 'Zwei Riemen kreuzen über dem Fuß, ein dritter fasst die Ferse, alle aus einer Haut, die Kanten mit dem Pinsel gefärbt. Das Bett ist Leder, flach wie auf antiken Vasen.\n\nGold ist eine auf Kalb gepresste Folie. Sie reibt sich zuerst in den Falten ab, das steht ihr.',
  },
  fitNote: {
    en: 'Runs slim. A broad foot is better off one size higher.',
    it: 'Veste stretto: con la pianta larga, un numero in più.',
    de: 'Fällt schmal aus. Breite Füße nehmen eine Nummer mehr.',
  },
  care: care.straps,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 12, closure: 'buckle', toeShape: 'open', weightG: 190 },
  sizeScale: 'adult',
  sizes: womenWhole,
  prices: { EUR: 11900, GBP: 9900, USD: 12500 },
  colourways: [
    { slug: 'nereida-sandal-tan', colour: colours.tan, way: 'tan-cross', launchedAt: '2024-05-13', popularity: 700, stock: 'full' },
    { slug: 'nereida-sandal-black', colour: colours.black, way: 'black-cross', launchedAt: '2024-05-13', popularity: 590, stock: 'broken' },
    {
      slug: 'nereida-sandal-gold',
      colour: colours.gold,
      way: 'gold-cross',
      launchedAt: '2026-05-11',
      popularity: 520,
      stock: 'last-pairs',
      priceOverride: { EUR: 12900, GBP: 10900, USD: 13500 },
    },
    { slug: 'nereida-sandal-oxblood', colour: colours.oxblood, way: 'oxblood-cross', launchedAt: '2025-05-26', popularity: 330, stock: 'broken' },
  ],
}

const scoglio: Style = {
  slug: 'scoglio',
  name: 'Scoglio',
  brand: 'armyra',
  artType: 'sandal',
  segment: 'men',
  categories: ['men-fisherman-sandals'],
  summary: { en: 'Fisherman sandal, calf', it: 'Sandalo da pescatore, vitello', de: 'Fischersandale, Kalb' },
  description: {
    en: 'A cage of woven calf: air comes in, stubbed toes stay out. Fishermen wore it on wet rocks, architects wear it with grey trousers.\n\nThe side buckle closes on a strap you set once in spring.',
    it: 'Una gabbia di vitello intrecciato: l’aria entra, gli scogli no. I pescatori la portavano sul bagnato, gli architetti con i pantaloni grigi.\n\nLa fibbia di lato si regola una volta, in primavera.',
    de: 'Ein Geflecht aus Kalbsleder: Luft kommt hinein, Felskanten bleiben draußen. Fischer trugen es auf nassen Klippen, Architekten tragen es zu grauen Hosen.\n\nDie seitliche Schnalle stellt man einmal im Frühjahr ein.',
  },
  fitNote: {
    en: 'Barefoot, the cage should touch everywhere and press nowhere. Usual size.',
    it: 'A piede nudo deve toccare ovunque e non premere in nessun punto. Numero abituale.',
    de: 'Barfuß soll das Geflecht überall anliegen und nirgends drücken. Normale Größe.',
  },
  care: care.straps,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 18, closure: 'buckle', toeShape: 'round', weightG: 340 },
  sizeScale: 'adult',
  sizes: menWhole,
  prices: { EUR: 13900, GBP: 11900, USD: 14500 },
  colourways: [
    { slug: 'scoglio-sandal-espresso', colour: colours.espresso, way: 'espresso-fisherman', launchedAt: '2025-04-28', popularity: 430, stock: 'full' },
    { slug: 'scoglio-sandal-black', colour: colours.black, way: 'black-fisherman', launchedAt: '2025-04-28', popularity: 400, stock: 'broken' },
  ],
}

const granchio: Style = {
  slug: 'granchio',
  name: 'Granchio',
  brand: 'saltafosso',
  artType: 'sandal',
  segment: 'kids',
  categories: ['kids-fisherman-sandals'],
  summary: { en: 'Children’s fisherman sandal', it: 'Sandalo da pescatore per bambini', de: 'Fischersandale für Kinder' },
  description: {
    en: 'The crab carries its house on its toes, and so does this. Woven calf in front, an open side, a buckle a five-year-old can master by the end of the holiday.\n\nSea water is allowed; rinse them afterwards under the garden tap.',
    it: 'Il granchio si protegge davanti, e così fa questo sandalo. Vitello intrecciato sulle dita, fianco aperto, una fibbia che a cinque anni s’impara in una vacanza.\n\nIl mare è permesso; dopo, una sciacquata sotto il rubinetto.',
    de: 'Krebse schützen sich nach vorn, diese Sandale auch. Geflochtenes Kalb über den Zehen, offene Seite und eine Schnalle, die Fünfjährige bis Ferienende beherrschen.\n\nMeerwasser ist erlaubt, danach unter dem Gartenschlauch abspülen.',
  },
  fitNote: {
    en: 'A summer lasts one size: 8 to 10 mm in front is plenty for sandals.',
    it: 'Un’estate, un numero: per i sandali bastano 8–10 mm davanti.',
    de: 'Ein Sommer, eine Größe: Bei Sandalen genügen 8 bis 10 mm Zugabe.',
  },
  care: care.straps,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 14, closure: 'buckle', toeShape: 'round', weightG: 180 },
  sizeScale: 'kids',
  sizes: kidsMiddle,
  prices: { EUR: 6500, GBP: 5600, USD: 6900 },
  colourways: [
    { slug: 'granchio-sandal-navy', colour: colours.navy, way: 'navy-fisherman', launchedAt: '2026-04-13', popularity: 400, stock: 'full' },
    { slug: 'granchio-sandal-ecru', colour: colours.ecru, way: 'ecru-fisherman', launchedAt: '2025-04-14', popularity: 290, stock: 'last-pairs' },
  ],
}

export const sandals: readonly Style[] = [ormos, gaios, lakka, nereida, scoglio, granchio]
