import { care } from '../care'
import { colours } from '../colours'
import { menHalves, menWhole, unisexHalves, womenHalves, womenWhole } from '../size-runs'
import type { Style } from '../types'

const duino: Style = {
  slug: 'duino',
  name: 'Duino',
  brand: 'molini',
  artType: 'loafer',
  segment: 'men',
  categories: ['men-loafers'],
  summary: { en: 'Penny loafer, calf', it: 'Mocassino con mascherina, vitello', de: 'Penny Loafer, Kalb' },
  description: {
    en: 'A strap with a slot just wide enough for a coin, which is how it got its name and kept its telephone call. The apron seam is raised by hand, stitch by stitch, in two hours.\n\nOn a leather sole with a stacked heel. With white socks too, whatever they say.',
    it: 'Una fascetta con la fessura larga quanto una moneta: un tempo ci stava il prezzo di una telefonata. La cucitura della mascherina è rialzata a mano, due ore al paio.\n\nSuola di cuoio, tacco a strati. Anche con le calze bianche, checché se ne dica.',
    de: 'Ein Riegel mit einem Schlitz, in den eine Münze passt, früher das Geld für ein Telefongespräch. Die Mokassinnaht wird von Hand aufgezogen, zwei Stunden für ein Paar.\n\nLedersohle, geschichteter Absatz. Auch mit weißen Socken, gleich was man sagt.',
  },
  fitNote: {
    en: 'Should grip firmly when new; a loafer that is comfortable at once will slip by spring.',
    it: 'Da nuovo deve stringere: il mocassino comodo subito, in primavera scappa.',
    de: 'Neu muss er fest sitzen: Ein Loafer, der sofort bequem ist, rutscht im Frühjahr.',
  },
  care: care.calf,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 21, closure: 'slip-on', toeShape: 'almond', weightG: 450 },
  sizeScale: 'adult',
  sizes: menHalves,
  prices: { EUR: 22500, GBP: 19500, USD: 23900 },
  colourways: [
    { slug: 'duino-loafer-oxblood', colour: colours.oxblood, way: 'oxblood-penny', launchedAt: '2024-03-25', popularity: 860, stock: 'full' },
    { slug: 'duino-loafer-black', colour: colours.black, way: 'black-penny', launchedAt: '2024-03-25', popularity: 790, stock: 'full' },
    { slug: 'duino-loafer-cognac', colour: colours.cognac, way: 'cognac-penny', launchedAt: '2025-04-14', popularity: 670, stock: 'broken' },
  ],
}

const gorizia: Style = {
  slug: 'gorizia',
  name: 'Gorizia',
  brand: 'molini',
  artType: 'loafer',
  segment: 'men',
  categories: ['men-loafers'],
  summary: { en: 'Penny loafer, suede', it: 'Mocassino con mascherina, camoscio', de: 'Penny Loafer, Velours' },
  description: {
    en: 'The Duino in its country coat: loden-green suede, softer in the strap, a brown sole. It was made once for a customer who hunts truffles, and others asked.\n\nMud suits it.',
    it: 'Il Duino in giacca da campagna: camoscio verde loden, fascetta più morbida, suola bruna. Fatto una volta per un cliente che cerca tartufi, poi l’hanno chiesto altri.\n\nIl fango gli dona.',
    de: 'Der Duino im Landmantel: lodengrünes Velours, weicher Riegel, braune Sohle. Einmal für einen Kunden gemacht, der Trüffel sucht, dann fragten andere danach.\n\nSchlamm steht ihm.',
  },
  fitNote: {
    en: 'Same last as the Duino, but the suede yields sooner: do not size up.',
    it: 'Stessa forma del Duino, ma il camoscio cede prima: mai un numero in più.',
    de: 'Leisten wie beim Duino, das Velours gibt aber früher nach: nicht größer bestellen.',
  },
  care: care.suede,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 21, closure: 'slip-on', toeShape: 'almond', weightG: 430 },
  sizeScale: 'adult',
  sizes: menWhole,
  prices: { EUR: 21900, GBP: 18900, USD: 22900 },
  colourways: [
    { slug: 'gorizia-loafer-loden', colour: colours.loden, way: 'loden-penny', launchedAt: '2025-10-27', popularity: 590, stock: 'broken' },
  ],
}

const ottavia: Style = {
  slug: 'ottavia',
  name: 'Ottavia',
  brand: 'vessa',
  artType: 'loafer',
  segment: 'women',
  categories: ['women-loafers'],
  summary: { en: 'Bit loafer', it: 'Mocassino con morsetto', de: 'Horsebit-Loafer' },
  description: {
    en: 'The snaffle is cast brass, gold on black and silver on the two pale ones. It weighs eleven grams and does not rattle, we checked.\n\nBlack is smooth calf, cream has a fine grain, taupe is suede. The back can be trodden down for a minute, not for a week.',
    it: 'Il morsetto è ottone fuso, dorato sul nero, argentato sui due chiari. Pesa undici grammi e non tintinna: provato.\n\nNero in vitello liscio, panna a grana fine, tortora in camoscio. Il dietro si può schiacciare per un minuto, non per una settimana.',
    de: 'Die Trense ist Messingguss, golden auf Schwarz, silbern auf den beiden hellen. Sie wiegt elf Gramm und klappert nicht, wir haben es geprüft.\n\nSchwarz ist glattes Kalb, Creme fein genarbt, Taupe Velours. Die Ferse darf man eine Minute lang niedertreten, keine Woche.',
  },
  fitNote: {
    en: 'Low over the instep. With a high arch try half a size more.',
    it: 'Bassa sul collo: con l’arco alto, provare mezzo numero in più.',
    de: 'Flach am Spann. Bei hohem Gewölbe eine halbe Größe mehr probieren.',
  },
  care: care.smoothAndSuede,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 20, closure: 'slip-on', toeShape: 'almond', weightG: 310 },
  sizeScale: 'adult',
  sizes: womenHalves,
  prices: { EUR: 21500, GBP: 18500, USD: 22900 },
  colourways: [
    { slug: 'ottavia-loafer-black', colour: colours.black, way: 'black-bit', launchedAt: '2024-09-23', popularity: 840, stock: 'full' },
    { slug: 'ottavia-loafer-cream', colour: colours.cream, way: 'cream-bit', launchedAt: '2026-03-02', popularity: 580, stock: 'broken' },
    { slug: 'ottavia-loafer-taupe', colour: colours.taupe, way: 'taupe-bit', launchedAt: '2025-09-15', popularity: 430, stock: 'last-pairs' },
  ],
}

const grado: Style = {
  slug: 'grado',
  name: 'Grado',
  brand: 'molini',
  artType: 'loafer',
  segment: 'men',
  categories: ['men-loafers'],
  summary: { en: 'Bit loafer, chestnut calf', it: 'Mocassino con morsetto, vitello castagna', de: 'Horsebit-Loafer, Kalb in Kastanie' },
  description: {
    en: 'Chestnut calf, a gold bit, a brown leather sole: the holiday shoe of the lagoon towns, worn with a jacket over the shoulders.\n\nThe metal is lacquered. When the lacquer goes, after some summers, it turns the colour of old door handles.',
    it: 'Vitello castagna, morsetto dorato, suola di cuoio bruna: la scarpa da vacanza delle città di laguna, con la giacca sulle spalle.\n\nIl metallo è laccato. Dopo qualche estate la lacca se ne va e resta il colore delle vecchie maniglie.',
    de: 'Kastanienbraunes Kalb, goldene Trense, braune Ledersohle: der Ferienschuh der Lagunenstädte, zur Jacke über den Schultern.\n\nDas Metall ist lackiert. Geht der Lack nach einigen Sommern ab, sieht es aus wie alte Türgriffe.',
  },
  fitNote: {
    en: 'Meant for bare feet or the thinnest sock; with anything thicker, half a size up.',
    it: 'Per piede nudo o calza velata; con calze più spesse, mezzo numero in più.',
    de: 'Für barfuß oder sehr dünne Socken; sonst eine halbe Größe größer.',
  },
  care: care.calf,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 21, closure: 'slip-on', toeShape: 'almond', weightG: 460 },
  sizeScale: 'adult',
  sizes: menWhole,
  prices: { EUR: 23900, GBP: 20900, USD: 25500 },
  colourways: [
    { slug: 'grado-loafer-chestnut', colour: colours.chestnut, way: 'chestnut-bit', launchedAt: '2025-05-05', popularity: 450, stock: 'full' },
  ],
}

const cavana: Style = {
  slug: 'cavana',
  name: 'Cavana',
  brand: 'molini',
  artType: 'loafer',
  segment: 'men',
  categories: ['men-loafers'],
  summary: { en: 'Tassel loafer', it: 'Mocassino con nappe', de: 'Tassel-Loafer' },
  description: {
    en: 'A leather cord runs round the collar and ends in two tassels, cut from the same hide as the shoe. Lawyers wear it in espresso calf; everybody else in suede.\n\nThe knot is glued under the apron, so it stays where it is.',
    it: 'Un cordoncino gira intorno al bordo e finisce in due nappe, ricavate dalla stessa pelle. Gli avvocati lo prendono in vitello espresso, gli altri in camoscio.\n\nIl nodo è fissato sotto la mascherina e resta dov’è.',
    de: 'Eine Lederkordel läuft um den Einstieg und endet in zwei Quasten aus derselben Haut. Anwälte tragen ihn in Espresso-Kalb, alle anderen in Velours.\n\nDer Knoten ist unter der Naht befestigt und bleibt, wo er ist.',
  },
  fitNote: {
    en: 'Regular length, somewhat high on the instep: the easiest of our loafers to fit.',
    it: 'Lunghezza regolare, collo alto: il più facile dei nostri mocassini.',
    de: 'Normale Länge, eher hoch am Spann: der unkomplizierteste unserer Loafer.',
  },
  care: care.smoothAndSuede,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 21, closure: 'slip-on', toeShape: 'almond', weightG: 450 },
  sizeScale: 'adult',
  sizes: menHalves,
  prices: { EUR: 22900, GBP: 19900, USD: 24500 },
  colourways: [
    { slug: 'cavana-loafer-espresso', colour: colours.espresso, way: 'espresso-tassel', launchedAt: '2024-04-08', popularity: 560, stock: 'full' },
    { slug: 'cavana-loafer-tobacco', colour: colours.tobacco, way: 'tobacco-tassel', launchedAt: '2025-04-28', popularity: 620, stock: 'full' },
    { slug: 'cavana-loafer-navy', colour: colours.navy, way: 'navy-tassel', launchedAt: '2024-04-08', popularity: 320, stock: 'sold-out' },
  ],
}

const pontina: Style = {
  slug: 'pontina',
  name: 'Pontina',
  brand: 'vessa',
  artType: 'loafer',
  segment: 'women',
  categories: ['women-loafers'],
  summary: { en: 'Penny loafer, chunky lugs', it: 'Mocassino, suola carrarmato', de: 'Penny Loafer, grobe Profilsohle' },
  description: {
    en: 'Vessa’s only heavy shoe, made after a wet October in which the seamstresses wore their husbands’ boots. Polished leather in black and bordeaux, pebbled in olive.\n\nThe rubber looks weighty; it is foamed and adds ninety grams.',
    it: 'L’unica scarpa pesante di Vessa, nata dopo un ottobre di pioggia in cui le cucitrici portavano gli scarponi dei mariti. Pelle lucida in nero e bordò, a grana in oliva.\n\nLa gomma pare massiccia, ma è espansa: novanta grammi in tutto.',
    de: 'Vessas einziger schwerer Schuh, entstanden nach einem nassen Oktober, in dem die Näherinnen die Stiefel ihrer Männer trugen. Poliertes Leder in Schwarz und Bordeaux, genarbtes in Olive.\n\nDer Gummi sieht wuchtig aus, ist aber geschäumt und wiegt neunzig Gramm.',
  },
  fitNote: {
    en: 'The sole bends little in the first days: leave room at the heel for a sock.',
    it: 'Nei primi giorni la suola piega poco: lasciare al tallone lo spazio di una calza.',
    de: 'Die Sohle ist anfangs steif, lassen Sie an der Ferse Platz für eine Socke.',
  },
  care: care.grain,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 35, closure: 'slip-on', toeShape: 'round', weightG: 420 },
  sizeScale: 'adult',
  sizes: womenWhole,
  prices: { EUR: 19900, GBP: 17500, USD: 21500 },
  colourways: [
    { slug: 'pontina-loafer-black', colour: colours.black, way: 'black-lug', launchedAt: '2025-09-04', popularity: 770, stock: 'full' },
    { slug: 'pontina-loafer-bordeaux', colour: colours.bordeaux, way: 'bordeaux-lug', launchedAt: '2026-09-03', popularity: 610, stock: 'new' },
    { slug: 'pontina-loafer-olive', colour: colours.olive, way: 'olive-lug', launchedAt: '2025-09-04', popularity: 290, stock: 'broken' },
  ],
}

const barcola: Style = {
  slug: 'barcola',
  name: 'Barcola',
  brand: 'molini',
  artType: 'loafer',
  segment: 'unisex',
  categories: ['men-loafers', 'women-loafers'],
  summary: { en: 'Venetian loafer, nothing across', it: 'Mocassino veneziano, liscio', de: 'Venezianer, ganz schlicht' },
  description: {
    en: 'Take the strap off a loafer and the apron has to be perfect. It took us four years to dare. Sand and brick are suede, ink is calf.\n\nCut for men and women on one last, from 36 to 46.',
    it: 'Senza fascetta, la mascherina dev’essere perfetta: ci abbiamo messo quattro anni a fidarci. Sabbia e mattone sono in camoscio, inchiostro in vitello.\n\nUna forma sola per uomo e donna, dal 36 al 46.',
    de: 'Nimmt man einem Loafer den Riegel, muss die Naht stimmen. Wir haben vier Jahre gebraucht, bis wir uns trauten. Sand und Ziegel sind Velours, Tinte ist Kalb.\n\nEin Leisten für Damen und Herren, von 36 bis 46.',
  },
  fitNote: {
    en: 'Women with slim heels do better half a size below their usual one.',
    it: 'Chi ha il tallone sottile scelga mezzo numero in meno.',
    de: 'Bei schmaler Ferse eine halbe Größe unter der gewohnten wählen.',
  },
  care: care.smoothAndSuede,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 20, closure: 'slip-on', toeShape: 'almond', weightG: 400 },
  sizeScale: 'adult',
  sizes: unisexHalves,
  prices: { EUR: 20900, GBP: 17900, USD: 21900 },
  colourways: [
    { slug: 'barcola-loafer-sand', colour: colours.sand, way: 'sand-plain', launchedAt: '2026-04-06', popularity: 510, stock: 'full' },
    { slug: 'barcola-loafer-ink', colour: colours.ink, way: 'ink-plain', launchedAt: '2026-04-06', popularity: 440, stock: 'broken' },
    { slug: 'barcola-loafer-brick', colour: colours.brick, way: 'brick-plain', launchedAt: '2026-04-06', popularity: 360, stock: 'last-pairs' },
  ],
}

export const loafers: readonly Style[] = [duino, gorizia, ottavia, grado, cavana, pontina, barcola]
