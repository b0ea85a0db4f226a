import { care } from '../care'
import { colours } from '../colours'
import { kidsMiddle, kidsTall, menWhole, unisexHalves, unisexWhole, womenHalves } from '../size-runs'
import type { Style } from '../types'

const piazza: Style = {
  slug: 'piazza',
  name: 'Piazza',
  brand: 'molini',
  artType: 'sneaker',
  segment: 'unisex',
  categories: ['men-leather-sneakers', 'women-leather-sneakers'],
  summary: { en: 'Low court sneaker, leather', it: 'Sneaker bassa da tennis, pelle', de: 'Flacher Tennissneaker, Leder' },
  description: {
    en: 'A tennis shoe from the seventies, drawn a little slimmer. The toe is perforated, the heel tab comes in a second colour, and the white cup sole is sewn all the way round.\n\nChalk and black are smooth calf, sage has a pebbled grain, ink is suede. All four are lined in undyed leather.',
    it: 'Una scarpa da tennis degli anni Settanta, ridisegnata un po’ più sottile. Punta forata, talloncino in un secondo colore, suola bianca cucita su tutto il giro.\n\nGesso e nero sono in vitello liscio, salvia ha la grana, inchiostro è camoscio. Dentro, pelle non tinta.',
    de: 'Ein Tennisschuh aus den Siebzigern, etwas schlanker gezeichnet. Die Spitze ist perforiert, die Fersenkappe hat eine zweite Farbe, die weiße Schalensohle ist ringsum genäht.\n\nKreide und Schwarz sind glattes Kalbsleder, Salbei ist genarbt, Tinte ist Velours. Innen liegt bei allen vier ungefärbtes Leder.',
  },
  fitNote: {
    en: 'True to size. Between two sizes, take the smaller: the calf gives after a week.',
    it: 'Calza il numero abituale. Tra due numeri, meglio il più piccolo: in una settimana il vitello cede.',
    de: 'Fällt normal aus. Zwischen zwei Größen die kleinere: Das Leder gibt nach einer Woche nach.',
  },
  care: care.smoothAndSuede,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 30, closure: 'lace', toeShape: 'round', weightG: 410, removableInsole: true },
  sizeScale: 'adult',
  sizes: unisexHalves,
  prices: { EUR: 13900, GBP: 12000, USD: 14900 },
  colourways: [
    { slug: 'piazza-sneaker-chalk', colour: colours.chalk, way: 'chalk-court', launchedAt: '2024-03-04', popularity: 980, stock: 'full' },
    { slug: 'piazza-sneaker-ink', colour: colours.ink, way: 'ink-court', launchedAt: '2025-02-17', popularity: 640, stock: 'full' },
    { slug: 'piazza-sneaker-black', colour: colours.black, way: 'black-court', launchedAt: '2024-09-02', popularity: 710, stock: 'full' },
    { slug: 'piazza-sneaker-sage', colour: colours.sage, way: 'sage-court', launchedAt: '2026-11-02', popularity: 560, stock: 'new' },
  ],
}

const molo: Style = {
  slug: 'molo',
  name: 'Molo',
  brand: 'molini',
  artType: 'sneaker',
  segment: 'men',
  categories: ['men-leather-sneakers'],
  summary: { en: 'Plain low sneaker, calf', it: 'Sneaker bassa liscia, vitello', de: 'Schlichter Sneaker, Kalb' },
  description: {
    en: 'Nothing on it that could be left off: no holes, no tab, no print. The same calf as our derbies, on a sole you can walk a city in.\n\nBlack is black down to the eyelets. Cognac keeps a white sole and darkens at the toe as you polish it.',
    it: 'Tolto tutto quello che si poteva togliere: niente fori, niente scritte. Lo stesso vitello delle nostre derby, su una suola che regge la città.\n\nIl nero è nero fino agli occhielli. Il cognac tiene la suola bianca e in punta scurisce con la cera.',
    de: 'Alles, was wegbleiben konnte, ist weg: keine Löcher, kein Aufdruck. Das Kalbsleder unserer Derbys auf einer Sohle für lange Wege durch die Stadt.\n\nSchwarz ist schwarz bis zu den Ösen. Cognac behält die weiße Sohle und dunkelt an der Spitze mit jeder Politur nach.',
  },
  fitNote: {
    en: 'Cut on a narrow last; with a broad forefoot, go half a size up.',
    it: 'Forma stretta: con pianta larga conviene mezzo numero in più.',
    de: 'Schmaler Leisten. Bei breitem Vorfuß eine halbe Größe mehr.',
  },
  care: care.calf,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 30, closure: 'lace', toeShape: 'round', weightG: 430, removableInsole: true },
  sizeScale: 'adult',
  sizes: menWhole,
  prices: { EUR: 14900, GBP: 12900, USD: 15900 },
  colourways: [
    { slug: 'molo-sneaker-black', colour: colours.black, way: 'black-plain', launchedAt: '2024-09-16', popularity: 690, stock: 'full' },
    { slug: 'molo-sneaker-cognac', colour: colours.cognac, way: 'cognac-plain', launchedAt: '2025-09-08', popularity: 520, stock: 'broken' },
  ],
}

const riva: Style = {
  slug: 'riva',
  name: 'Riva',
  brand: 'molini',
  artType: 'sneaker',
  segment: 'women',
  categories: ['women-leather-sneakers'],
  summary: { en: 'Plain low sneaker, one colour', it: 'Sneaker bassa, un solo colore', de: 'Flacher Sneaker, einfarbig' },
  description: {
    en: 'One colour from the lace to the tread. In chalk it is smooth calf; in stone it is nubuck, with a sole mixed to match.\n\nThe collar is cut two millimetres lower than on the men’s shoe and does not touch the ankle bone.',
    it: 'Un colore solo, dal laccio al battistrada. In gesso è vitello liscio; in pietra è nabuk, con la suola nella stessa tinta.\n\nIl bordo scende due millimetri sotto quello da uomo e lascia libero il malleolo.',
    de: 'Eine Farbe vom Senkel bis zum Profil. Kreide ist glattes Kalb, Stein ist Nubuk mit passend gemischter Sohle.\n\nDer Einstieg sitzt zwei Millimeter tiefer als beim Herrenschuh und lässt den Knöchel frei.',
  },
  fitNote: {
    en: 'Order your usual size. The insole comes out if you wear your own.',
    it: 'Il numero di sempre. La soletta si toglie, per chi usa la propria.',
    de: 'Nehmen Sie Ihre übliche Größe. Für eigene Einlagen lässt sich die Sohle herausnehmen.',
  },
  care: care.smoothAndSuede,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 28, closure: 'lace', toeShape: 'round', weightG: 340, removableInsole: true },
  sizeScale: 'adult',
  sizes: womenHalves,
  prices: { EUR: 14500, GBP: 12500, USD: 15500 },
  colourways: [
    { slug: 'riva-sneaker-chalk', colour: colours.chalk, way: 'chalk-plain', launchedAt: '2024-03-18', popularity: 890, stock: 'full' },
    { slug: 'riva-sneaker-stone', colour: colours.stone, way: 'stone-plain', launchedAt: '2026-03-09', popularity: 570, stock: 'broken' },
  ],
}

const tribuna: Style = {
  slug: 'tribuna',
  name: 'Tribuna',
  brand: 'molini',
  artType: 'sneaker',
  segment: 'unisex',
  categories: ['men-leather-sneakers', 'women-leather-sneakers'],
  summary: { en: 'Suede sneaker, gum sole', it: 'Sneaker in camoscio, suola in gomma naturale', de: 'Veloursneaker, Gummisohle natur' },
  description: {
    en: 'For standing on the terraces on a cold Sunday. Brushed suede with a T-shaped toe, two slanted bands in calf and a flat gum sole.\n\nThe gum yellows slowly. We like that; a pencil rubber undoes it if you do not.',
    it: 'Per stare in piedi in gradinata, la domenica, col freddo. Camoscio spazzolato, puntale a T, due bande oblique in vitello e suola piatta color para.\n\nCon gli anni la gomma ingiallisce. A noi piace; a chi non piace basta una gomma da matita.',
    de: 'Zum Stehen auf kalten Rängen am Sonntag. Gebürstetes Velours, T-förmige Spitze, zwei schräge Streifen aus Kalb, flache naturfarbene Sohle.\n\nDer Gummi vergilbt mit den Jahren. Uns gefällt das. Wem nicht, dem hilft ein Radiergummi.',
  },
  fitNote: {
    en: 'Snug at first across the bands. Stay with your size, suede stretches in width.',
    it: 'All’inizio stringe sulle bande. Non cambiare numero: il camoscio cede in larghezza.',
    de: 'Anfangs eng über den Streifen. Bleiben Sie bei Ihrer Größe, Velours weitet sich.',
  },
  care: care.suede,
  materials: { upper: 'leather', lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 26, closure: 'lace', toeShape: 'round', weightG: 370 },
  sizeScale: 'adult',
  sizes: unisexHalves,
  prices: { EUR: 12900, GBP: 10900, USD: 13900 },
  colourways: [
    { slug: 'tribuna-sneaker-moss', colour: colours.moss, way: 'moss-terrace', launchedAt: '2025-09-22', popularity: 610, stock: 'full' },
    { slug: 'tribuna-sneaker-tobacco', colour: colours.tobacco, way: 'tobacco-terrace', launchedAt: '2025-09-22', popularity: 580, stock: 'broken' },
  ],
}

const gradino: Style = {
  slug: 'gradino',
  name: 'Gradino',
  brand: 'saltafosso',
  artType: 'sneaker',
  segment: 'kids',
  categories: ['kids-sneakers'],
  summary: { en: 'Children’s suede sneaker', it: 'Sneaker in camoscio da bambini', de: 'Kindersneaker aus Velours' },
  description: {
    en: 'What the big ones wear, with a wider toe and a heel that does not fold. Suede upper, slanted bands, a gum sole that leaves no marks in the gym.\n\nThe laces are long enough for a double knot and short enough not to get under a wheel.',
    it: 'Come quelle dei grandi, ma più larga in punta e con un tallone che non si piega. Tomaia in camoscio, bande oblique, suola in gomma che in palestra non lascia segni.\n\nI lacci bastano per il doppio nodo e non finiscono sotto la ruota.',
    de: 'Wie bei den Großen, nur vorn weiter und mit einer Ferse, die nicht umknickt. Velours, schräge Streifen, eine Gummisohle ohne Abrieb auf dem Hallenboden.\n\nDie Senkel reichen für einen Doppelknoten und geraten nicht unters Rad.',
  },
  fitNote: {
    en: 'Includes 12 mm of growing room. Measure both feet, standing, in the afternoon.',
    it: 'Comprende 12 mm per crescere. Misurare i due piedi, in piedi, di pomeriggio.',
    de: 'Mit 12 mm Zugabe zum Wachsen. Beide Füße im Stehen messen, am Nachmittag.',
  },
  care: care.suede,
  materials: { upper: 'leather', lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 22, closure: 'lace', toeShape: 'round', weightG: 230, removableInsole: true },
  sizeScale: 'kids',
  sizes: kidsTall,
  prices: { EUR: 7900, GBP: 6900, USD: 8500 },
  colourways: [
    { slug: 'gradino-sneaker-navy', colour: colours.navy, way: 'navy-terrace', launchedAt: '2025-08-18', popularity: 480, stock: 'full' },
    { slug: 'gradino-sneaker-bordeaux', colour: colours.bordeaux, way: 'bordeaux-terrace', launchedAt: '2026-08-24', popularity: 390, stock: 'broken' },
  ],
}

const foz: Style = {
  slug: 'foz',
  name: 'Foz',
  brand: 'soledo',
  artType: 'sneaker',
  segment: 'unisex',
  categories: ['men-canvas-shoes', 'women-canvas-shoes'],
  summary: { en: 'Canvas shoe, rubber toe cap', it: 'Scarpa di tela, puntale in gomma', de: 'Leinenschuh, Gummikappe' },
  description: {
    en: 'Heavy cotton duck and white rubber, baked together in one go. The toe is capped against tram steps, and the sole edge carries a single stripe.\n\nNo animal glue, no leather, no wool: the whole shoe is vegan. In summer wear it without socks and wash it by hand.',
    it: 'Tela di cotone pesante e gomma bianca, cotte insieme in una volta. Il puntale difende dai predellini del tram, sul bordo corre una riga sola.\n\nNiente colla animale, niente pelle, niente lana: è tutta vegana. D’estate senza calze, e si lava a mano.',
    de: 'Schweres Baumwollsegeltuch und weißer Gummi, in einem Gang zusammengebacken. Die Kappe schützt vor Straßenbahnstufen, am Rand läuft ein einzelner Streifen.\n\nKein tierischer Kleber, kein Leder, keine Wolle: der ganze Schuh ist vegan. Im Sommer ohne Socken, gewaschen von Hand.',
  },
  fitNote: {
    en: 'Runs large by half a size. If you wear 40.5, order 40.',
    it: 'Calza mezzo numero in più: chi porta 40,5 prenda 40.',
    de: 'Fällt eine halbe Größe groß aus: statt 40,5 also 40.',
  },
  care: care.canvas,
  materials: { upper: 'textile', lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 25, closure: 'lace', toeShape: 'round', weightG: 360, vegan: true, removableInsole: false },
  sizeScale: 'adult',
  sizes: unisexWhole,
  prices: { EUR: 6900, GBP: 5900, USD: 7500 },
  colourways: [
    { slug: 'foz-sneaker-ecru', colour: colours.ecru, way: 'ecru-canvas', launchedAt: '2025-04-07', popularity: 760, stock: 'full' },
    { slug: 'foz-sneaker-black', colour: colours.black, way: 'black-canvas', launchedAt: '2025-04-07', popularity: 650, stock: 'full' },
    { slug: 'foz-sneaker-slate', colour: colours.slate, way: 'slate-canvas', launchedAt: '2026-04-13', popularity: 340, stock: 'last-pairs' },
  ],
}

const barca: Style = {
  slug: 'barca',
  name: 'Barca',
  brand: 'soledo',
  artType: 'sneaker',
  segment: 'kids',
  categories: ['kids-sneakers'],
  summary: { en: 'Children’s canvas shoe', it: 'Scarpa di tela da bambini', de: 'Leinenschuh für Kinder' },
  description: {
    en: 'Rust-coloured cotton, named after the fishing boats that were painted with whatever was left over. Thick white rubber covers the toes.\n\nLight enough to swing from two fingers on the way home. Vegan, like everything from Soledo.',
    it: 'Cotone color ruggine, come le barche dipinte con la vernice avanzata. Sulle dita, gomma bianca spessa.\n\nCosì leggera che al ritorno si porta appesa a due dita. Vegana, come tutto quello che fa Soledo.',
    de: 'Rostfarbene Baumwolle, benannt nach Fischerbooten, die mit Farbresten gestrichen wurden. Über den Zehen liegt dicker weißer Gummi.\n\nSo leicht, dass man sie heimwärts an zwei Fingern trägt. Vegan wie alles von Soledo.',
  },
  fitNote: {
    en: 'Falls wide. For slim feet choose the next size down and check the heel.',
    it: 'Larga di pianta. Se il piede è magro, un numero in meno, controllando il tallone.',
    de: 'Weit geschnitten. Für schmale Füße eine Nummer kleiner wählen, Fersensitz prüfen.',
  },
  care: care.canvas,
  materials: { upper: 'textile', lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 20, closure: 'lace', toeShape: 'round', weightG: 190, vegan: true },
  sizeScale: 'kids',
  sizes: kidsMiddle,
  prices: { EUR: 4500, GBP: 3900, USD: 4900 },
  colourways: [
    { slug: 'barca-sneaker-rust', colour: colours.rust, way: 'rust-canvas', launchedAt: '2026-03-23', popularity: 310, stock: 'broken' },
  ],
}

const campo: Style = {
  slug: 'campo',
  name: 'Campo',
  brand: 'molini',
  artType: 'sneaker',
  segment: 'men',
  categories: ['men-leather-sneakers'],
  summary: { en: 'Panelled sneaker, leather and suede', it: 'Sneaker a pannelli, pelle e camoscio', de: 'Sneaker mit Besätzen, Leder und Velours' },
  description: {
    en: 'A training shoe put together like an upholstered chair: smooth sides, suede where hands and asphalt touch it.\n\nChalk pairs white calf with grey suede and a white cup sole. Sand is nubuck with tan panels, a cognac heel and gum below.',
    it: 'Costruita come una poltrona: liscia sui fianchi, scamosciata dove la toccano mani e asfalto.\n\nGesso unisce vitello bianco, camoscio grigio e suola bianca. Sabbia è in nabuk con pannelli cuoio, tallone cognac e suola color para.',
    de: 'Gebaut wie ein Polsterstuhl: glatt an den Seiten, Velours, wo Hände und Asphalt hinkommen.\n\nKreide verbindet weißes Kalb mit grauem Velours und weißer Sohle. Sand ist Nubuk mit hellbraunen Besätzen, cognacfarbener Ferse und naturfarbenem Gummi.',
  },
  fitNote: {
    en: 'Roomy toe box, firm heel. Your normal size, thick socks included.',
    it: 'Spazio in punta, tallone fermo. Il numero abituale, anche con calze grosse.',
    de: 'Viel Platz vorn, fester Halt hinten. Ihre Größe, auch mit dicken Socken.',
  },
  care: care.smoothAndSuede,
  materials: { upper: 'leather', lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 32, closure: 'lace', toeShape: 'round', weightG: 460, removableInsole: true },
  sizeScale: 'adult',
  sizes: menWhole,
  prices: { EUR: 15500, GBP: 13500, USD: 16500 },
  colourways: [
    { slug: 'campo-sneaker-chalk', colour: colours.chalk, way: 'chalk-panel', launchedAt: '2026-10-05', popularity: 530, stock: 'new' },
    { slug: 'campo-sneaker-sand', colour: colours.sand, way: 'sand-panel', launchedAt: '2025-10-13', popularity: 410, stock: 'last-pairs' },
  ],
}

export const sneakers: readonly Style[] = [piazza, molo, riva, tribuna, gradino, foz, barca, campo]
