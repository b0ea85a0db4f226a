import { care } from '../care'
import { colours } from '../colours'
import { kidsMiddle, kidsSmall, womenHalves, womenWhole } from '../size-runs'
import type { Style } from '../types'

const fosca: Style = {
  slug: 'fosca',
  name: 'Fosca',
  brand: 'vessa',
  artType: 'ballerina',
  segment: 'women',
  categories: ['women-ballerinas'],
  summary: { en: 'Ballerina with bow', it: 'Ballerina con fiocco', de: 'Ballerina mit Schleife' },
  description: {
    en: 'Sewn inside out, turned like a glove, beaten flat with a bone. The bow is the drawstring of the binding, tied once and fixed with four stitches.\n\nRouge is nubuck, black is calf, ink is suede. Each rolls up small enough for a coat pocket.',
    it: 'Cucita a rovescio, rivoltata come un guanto, battuta con l’osso. Il fiocco è il laccio del bordino, annodato una volta e fermato da quattro punti.\n\nRosso in nabuk, nero in vitello, inchiostro in camoscio. Arrotolata sta nella tasca del cappotto.',
    de: 'Auf links genäht, gewendet wie ein Handschuh, mit dem Knochen flach geschlagen. Die Schleife ist das Zugband der Einfassung, einmal gebunden, mit vier Stichen fixiert.\n\nKrapprot ist Nubuk, Schwarz ist Kalb, Tinte ist Velours. Gerollt passt ein Paar in die Manteltasche.',
  },
  fitNote: {
    en: 'Buy them tight. If a finger fits behind the heel in the morning, they are too long by noon.',
    it: 'Da comprare strette: se al mattino dietro passa un dito, a mezzogiorno sono lunghe.',
    de: 'Eng kaufen. Passt morgens ein Finger hinter die Ferse, sind sie mittags zu lang.',
  },
  care: care.flats,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 10, closure: 'slip-on', toeShape: 'round', weightG: 150 },
  sizeScale: 'adult',
  sizes: womenHalves,
  prices: { EUR: 16500, GBP: 14500, USD: 17500 },
  colourways: [
    { slug: 'fosca-ballerina-rouge', colour: colours.rouge, way: 'rouge-bow', launchedAt: '2024-02-19', popularity: 850, stock: 'full' },
    { slug: 'fosca-ballerina-black', colour: colours.black, way: 'black-bow', launchedAt: '2024-02-19', popularity: 930, stock: 'full' },
    { slug: 'fosca-ballerina-ink', colour: colours.ink, way: 'ink-bow', launchedAt: '2025-02-24', popularity: 480, stock: 'broken' },
  ],
}

const lucciola: Style = {
  slug: 'lucciola',
  name: 'Lucciola',
  brand: 'saltafosso',
  artType: 'ballerina',
  segment: 'kids',
  categories: ['kids-party-shoes'],
  summary: { en: 'Children’s ballerina with bow', it: 'Ballerina da bambina con fiocco', de: 'Kinderballerina mit Schleife' },
  description: {
    en: 'For flower girls, recitals and any Tuesday that is declared a feast. Gold foil or blush calf over a lining that does not rub bare heels.\n\nThe bow is sewn through. It has been tested on twins.',
    it: 'Per damigelle, saggi di danza e ogni martedì promosso a festa. Lamina d’oro o vitello cipria, con una fodera che sul tallone nudo non sfrega.\n\nIl fiocco è cucito da parte a parte. Collaudato da due gemelle.',
    de: 'Für Blumenmädchen, Vorspiele und jeden Dienstag, der zum Fest erklärt wird. Goldfolie oder puderrosa Kalb, innen ein Futter, das an nackten Fersen nicht reibt.\n\nDie Schleife ist durchgenäht. Geprüft von Zwillingen.',
  },
  fitNote: {
    en: 'Leave 8 mm; more and she walks out of them. Half insoles are in the box.',
    it: 'Bastano 8 mm, con di più si sfilano. Nella scatola c’è una mezza soletta.',
    de: '8 mm Zugabe, sonst verliert sie den Schuh. Eine Halbsohle liegt im Karton.',
  },
  care: care.flats,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 10, closure: 'slip-on', toeShape: 'round', weightG: 105 },
  sizeScale: 'kids',
  sizes: kidsMiddle,
  prices: { EUR: 7500, GBP: 6500, USD: 7900 },
  colourways: [
    { slug: 'lucciola-ballerina-gold', colour: colours.gold, way: 'gold-bow', launchedAt: '2026-10-27', popularity: 440, stock: 'new' },
    { slug: 'lucciola-ballerina-blush', colour: colours.blush, way: 'blush-bow', launchedAt: '2025-04-01', popularity: 360, stock: 'broken' },
  ],
}

const nives: Style = {
  slug: 'nives',
  name: 'Nives',
  brand: 'vessa',
  artType: 'ballerina',
  segment: 'women',
  categories: ['women-ballerinas'],
  summary: { en: 'Ballerina with contrast cap', it: 'Ballerina bicolore', de: 'Ballerina mit Kontrastkappe' },
  description: {
    en: 'A dark tip makes the foot look shorter and the leg longer; dressmakers have known it for a century. It also hides the first scuff.\n\nAlmond with black, chalk with navy, silver and black with a cap of patent.',
    it: 'La punta scura accorcia il piede e allunga la gamba: le sarte lo sanno da un secolo. E nasconde il primo graffio.\n\nMandorla con nero, gesso con blu notte, argento e nero con la punta in vernice.',
    de: 'Eine dunkle Spitze macht den Fuß kürzer und das Bein länger, das wissen Schneiderinnen seit hundert Jahren. Den ersten Kratzer versteckt sie auch.\n\nMandel mit Schwarz, Kreide mit Nachtblau, Silber und Schwarz mit einer Kappe aus Lack.',
  },
  fitNote: {
    en: 'The cap is firm and shows where your toes are. Half a size up for long second toes.',
    it: 'La punta è rigida: con il secondo dito lungo, mezzo numero in più.',
    de: 'Die Kappe ist fest. Ist Ihre zweite Zehe länger, eine halbe Größe mehr.',
  },
  care: care.flats,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 10, closure: 'slip-on', toeShape: 'round', weightG: 160 },
  sizeScale: 'adult',
  sizes: womenHalves,
  prices: { EUR: 17500, GBP: 14900, USD: 18500 },
  colourways: [
    { slug: 'nives-ballerina-almond', colour: colours.almond, way: 'almond-cap', launchedAt: '2024-03-04', popularity: 880, stock: 'full' },
    { slug: 'nives-ballerina-black', colour: colours.black, way: 'black-cap', launchedAt: '2025-03-17', popularity: 620, stock: 'full' },
    { slug: 'nives-ballerina-chalk', colour: colours.chalk, way: 'chalk-cap', launchedAt: '2026-03-16', popularity: 530, stock: 'broken' },
    {
      slug: 'nives-ballerina-silver',
      colour: colours.silver,
      way: 'silver-cap',
      launchedAt: '2026-11-16',
      popularity: 470,
      stock: 'new',
      priceOverride: { EUR: 18500, GBP: 15900, USD: 19500 },
    },
  ],
}

const teresa: Style = {
  slug: 'teresa',
  name: 'Teresa',
  brand: 'vessa',
  artType: 'ballerina',
  segment: 'women',
  categories: ['women-mary-janes'],
  summary: { en: 'Mary Jane, calf', it: 'Mary Jane, vitello', de: 'Mary Jane, Kalb' },
  description: {
    en: 'A schoolgirl’s bar on a grown-up’s line. The strap runs a little higher than usual, towards the ankle, and stays put on the run for a bus.\n\nOxblood and pine are dyed dark and polished at the edges, with a small brass buckle.',
    it: 'Il cinturino delle scolare su una linea da grandi. Passa un po’ più in alto del solito, verso la caviglia, e regge anche la corsa all’autobus.\n\nSangue di bue e pino sono tinti scuri e lucidati sui bordi, con una piccola fibbia d’ottone.',
    de: 'Das Riemchen der Schulmädchen an einer erwachsenen Linie. Es sitzt etwas höher als üblich und hält, auch wenn man zum Bus rennt.\n\nOchsenblut und Kiefer sind dunkel gefärbt, an den Kanten poliert, mit kleiner Messingschnalle.',
  },
  fitNote: {
    en: 'The bar forgives: slim and medium feet both take their normal size.',
    it: 'Il cinturino aiuta: piedi magri e medi, numero normale.',
    de: 'Das Riemchen gleicht aus: Schmale und mittlere Füße nehmen ihre normale Größe.',
  },
  care: care.calf,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 10, closure: 'buckle', toeShape: 'round', weightG: 175 },
  sizeScale: 'adult',
  sizes: womenHalves,
  prices: { EUR: 18500, GBP: 15900, USD: 19500 },
  colourways: [
    { slug: 'teresa-ballerina-oxblood', colour: colours.oxblood, way: 'oxblood-strap', launchedAt: '2025-09-08', popularity: 660, stock: 'full' },
    { slug: 'teresa-ballerina-pine', colour: colours.pine, way: 'pine-strap', launchedAt: '2026-09-14', popularity: 540, stock: 'broken' },
  ],
}

const lustra: Style = {
  slug: 'lustra',
  name: 'Lustra',
  brand: 'vessa',
  artType: 'ballerina',
  segment: 'women',
  categories: ['women-mary-janes'],
  summary: { en: 'Mary Jane, black patent', it: 'Mary Jane in vernice nera', de: 'Mary Jane, schwarzer Lack' },
  description: {
    en: 'Patent from toe to heel, steel buckle, black sole. We tried it in four colours and kept the one everybody’s aunt owned.\n\nWith bare legs in June, with grey wool in December.',
    it: 'Vernice dalla punta al tallone, fibbia d’acciaio, suola nera. L’abbiamo provata in quattro colori e abbiamo tenuto quello che avevano tutte le zie.\n\nA gambe nude in giugno, con la lana grigia a dicembre.',
    de: 'Lack von der Spitze bis zur Ferse, Stahlschnalle, schwarze Sohle. Wir haben vier Farben probiert und die behalten, die jede Tante hatte.\n\nIm Juni mit bloßen Beinen, im Dezember mit grauer Wolle.',
  },
  fitNote: {
    en: 'Lacquer stays as it is. A pair that pinches on day one will pinch in a year.',
    it: 'La vernice non cede: se stringe il primo giorno, stringe anche tra un anno.',
    de: 'Lack gibt nicht nach: Was am ersten Tag drückt, drückt auch in einem Jahr.',
  },
  care: care.patent,
  materials: { upper: 'coated-leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 10, closure: 'buckle', toeShape: 'round', weightG: 180 },
  sizeScale: 'adult',
  sizes: womenWhole,
  prices: { EUR: 18900, GBP: 16500, USD: 19900 },
  colourways: [
    { slug: 'lustra-ballerina-black', colour: colours.black, way: 'black-strap', launchedAt: '2024-11-11', popularity: 570, stock: 'broken' },
  ],
}

const filastrocca: Style = {
  slug: 'filastrocca',
  name: 'Filastrocca',
  brand: 'saltafosso',
  artType: 'ballerina',
  segment: 'kids',
  categories: ['kids-party-shoes'],
  summary: { en: 'Children’s Mary Jane, calf', it: 'Mary Jane da bambina, vitello', de: 'Mary Jane für Kinder, Kalb' },
  description: {
    en: 'Cream calf for first communions and birthday cake, with a buckle that a grandmother can work without glasses. The sole bends where a small foot bends.\n\nA nursery rhyme is printed under the insole, one line per size.',
    it: 'Vitello panna per comunioni e torte di compleanno, con una fibbia che la nonna chiude senza occhiali. La suola piega dove piega il piede piccolo.\n\nSotto la soletta c’è una filastrocca, un verso per numero.',
    de: 'Cremefarbenes Kalb für Erstkommunion und Geburtstagstorte, mit einer Schnalle, die Großmütter ohne Brille schließen. Die Sohle knickt, wo ein kleiner Fuß knickt.\n\nUnter der Innensohle steht ein Kinderreim, je Größe eine Zeile.',
  },
  fitNote: {
    en: 'With tights, count on 10 mm; the bar has five holes for the rest.',
    it: 'Con i collant calcolare 10 mm; al resto pensano i cinque fori del cinturino.',
    de: 'Mit Strumpfhose 10 mm einrechnen, den Rest erledigen fünf Löcher im Riemen.',
  },
  care: care.calf,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 10, closure: 'buckle', toeShape: 'round', weightG: 115 },
  sizeScale: 'kids',
  sizes: kidsSmall,
  prices: { EUR: 7900, GBP: 6900, USD: 8500 },
  colourways: [
    { slug: 'filastrocca-ballerina-cream', colour: colours.cream, way: 'cream-strap', launchedAt: '2026-03-30', popularity: 350, stock: 'full' },
  ],
}

const vela: Style = {
  slug: 'vela',
  name: 'Vela',
  brand: 'molini',
  artType: 'ballerina',
  segment: 'women',
  categories: ['women-ballerinas'],
  summary: { en: 'Deep-cut flat, no bow', it: 'Ballerina scollata, senza fiocco', de: 'Tief geschnittener Ballerina, ohne Schleife' },
  description: {
    en: 'Our own flat, and the barest: cut low at both sides, a single seam down the front like the crease of a sail. Toe cleavage is intended.\n\nTobacco and taupe are suede, sage is nubuck, navy is calf with a slight polish.',
    it: 'La nostra, e la più nuda: scollata sui due lati, una sola cucitura davanti come la piega di una vela. L’attaccatura delle dita si vede, ed è voluto.\n\nTabacco e tortora in camoscio, salvia in nabuk, blu notte in vitello appena lucidato.',
    de: 'Unser eigener, und der nackteste: seitlich tief ausgeschnitten, vorn eine einzige Naht wie die Falte eines Segels. Dass man den Zehenansatz sieht, ist gewollt.\n\nTabak und Taupe sind Velours, Salbei ist Nubuk, Nachtblau leicht poliertes Kalb.',
  },
  fitNote: {
    en: 'Little holds it on, so precision matters: measure, then trust the millimetres.',
    it: 'Poco la trattiene, quindi conta la precisione: misurare e fidarsi dei millimetri.',
    de: 'Wenig hält ihn am Fuß, deshalb zählt Genauigkeit: messen und den Millimetern glauben.',
  },
  care: care.flats,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 10, closure: 'slip-on', toeShape: 'round', weightG: 145 },
  sizeScale: 'adult',
  sizes: womenHalves,
  prices: { EUR: 15900, GBP: 13900, USD: 16900 },
  colourways: [
    { slug: 'vela-ballerina-tobacco', colour: colours.tobacco, way: 'tobacco-plain', launchedAt: '2025-03-03', popularity: 550, stock: 'full' },
    { slug: 'vela-ballerina-sage', colour: colours.sage, way: 'sage-plain', launchedAt: '2026-03-02', popularity: 460, stock: 'broken' },
    { slug: 'vela-ballerina-navy', colour: colours.navy, way: 'navy-plain', launchedAt: '2025-03-03', popularity: 490, stock: 'full' },
    { slug: 'vela-ballerina-taupe', colour: colours.taupe, way: 'taupe-plain', launchedAt: '2024-09-16', popularity: 340, stock: 'sold-out' },
  ],
}

export const ballerinas: readonly Style[] = [fosca, lucciola, nives, teresa, lustra, filastrocca, vela]
