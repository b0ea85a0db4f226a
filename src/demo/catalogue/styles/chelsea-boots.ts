import { care } from '../care'
import { colours } from '../colours'
import { kidsSmall, menHalves, menTall, menWhole, womenHalves, womenWhole } from '../size-runs'
import type { Style } from '../types'

const sebenico: Style = {
  slug: 'sebenico',
  name: 'Sebenico',
  brand: 'molini',
  artType: 'chelsea',
  segment: 'men',
  categories: ['men-chelsea-boots'],
  summary: { en: 'Slim Chelsea boot, calf', it: 'Chelsea sottile, vitello', de: 'Schmaler Chelsea Boot, Kalb' },
  description: {
    en: 'One piece of calf, folded round the foot and closed at the back: the side seam you see is the only one. The elastic is woven in Biella and outlives two soles.\n\nNarrow enough for a suit trouser to fall over it without a bump.',
    it: 'Un solo pezzo di vitello piegato intorno al piede: la cucitura laterale è l’unica che si vede. L’elastico, tessuto a Biella, dura più di due suole.\n\nCosì stretto che il pantalone ci cade sopra senza pieghe.',
    de: 'Ein einziges Stück Kalbsleder, um den Fuß gelegt: Die Seitennaht ist die einzige, die man sieht. Der Gummizug wird in Biella gewebt und überlebt zwei Sohlen.\n\nSo schmal, dass eine Anzughose glatt darüber fällt.',
  },
  fitNote: {
    en: 'If your heel lifts a little on the stairs, the size is right. It settles.',
    it: 'Se sulle scale il tallone si alza appena, il numero è giusto. Poi si assesta.',
    de: 'Hebt sich die Ferse auf der Treppe ein wenig, passt die Größe. Das legt sich.',
  },
  care: care.calf,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 24, closure: 'slip-on', toeShape: 'almond', weightG: 560 },
  sizeScale: 'adult',
  sizes: menHalves,
  prices: { EUR: 27500, GBP: 23900, USD: 28900 },
  colourways: [
    { slug: 'sebenico-chelsea-black', colour: colours.black, way: 'black-classic', launchedAt: '2024-09-09', popularity: 900, stock: 'full' },
    { slug: 'sebenico-chelsea-espresso', colour: colours.espresso, way: 'espresso-classic', launchedAt: '2024-09-09', popularity: 680, stock: 'full' },
    { slug: 'sebenico-chelsea-navy', colour: colours.navy, way: 'navy-classic', launchedAt: '2026-10-26', popularity: 390, stock: 'new' },
  ],
}

const miramar: Style = {
  slug: 'miramar',
  name: 'Miramar',
  brand: 'molini',
  artType: 'chelsea',
  segment: 'women',
  categories: ['women-chelsea-boots'],
  summary: { en: 'Chelsea boot, leather sole', it: 'Chelsea con suola di cuoio', de: 'Chelsea Boot mit Ledersohle' },
  description: {
    en: 'Two browns that are not quite brown: chestnut with a grain you can feel, oxblood as smooth as a conker. The shaft ends a hand above the floor.\n\nWe put the tab at the back long enough for a gloved finger.',
    it: 'Due marroni che non lo sono del tutto: castagna con una grana da sentire al tatto, sangue di bue liscio come un marrone d’India. Il gambale finisce a un palmo da terra.\n\nLa linguetta dietro è lunga abbastanza per un dito col guanto.',
    de: 'Zweimal fast Braun: Kastanie mit spürbarer Narbung, Ochsenblut glatt wie eine Rosskastanie. Der Schaft endet eine Handbreit über dem Boden.\n\nDie Schlaufe hinten ist lang genug für einen Finger im Handschuh.',
  },
  fitNote: {
    en: 'The gore gives two centimetres. Strong calves are no problem, slim ankles may want an insole.',
    it: 'L’elastico cede di due centimetri: va bene ai polpacci forti; alle caviglie sottili serve una soletta.',
    de: 'Der Gummizug gibt zwei Zentimeter nach. Kräftige Waden passen, schmale Fesseln brauchen eine Einlage.',
  },
  care: care.calf,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 24, closure: 'slip-on', toeShape: 'almond', weightG: 440 },
  sizeScale: 'adult',
  sizes: womenHalves,
  prices: { EUR: 26500, GBP: 22900, USD: 27900 },
  colourways: [
    { slug: 'miramar-chelsea-chestnut', colour: colours.chestnut, way: 'chestnut-classic', launchedAt: '2025-09-10', popularity: 720, stock: 'full' },
    { slug: 'miramar-chelsea-oxblood', colour: colours.oxblood, way: 'oxblood-classic', launchedAt: '2025-09-10', popularity: 600, stock: 'broken' },
  ],
}

const carso: Style = {
  slug: 'carso',
  name: 'Carso',
  brand: 'molini',
  artType: 'chelsea',
  segment: 'men',
  categories: ['men-chelsea-boots'],
  summary: { en: 'Chelsea boot, waxed suede', it: 'Chelsea in camoscio cerato', de: 'Chelsea Boot, gewachstes Velours' },
  description: {
    en: 'Suede that does not mind the rain: it is waxed in the drum, so drops roll off and stains sit on top. It marks, and a brush takes the marks out again.\n\nThe sole is natural crepe from one rubber farm, warm underfoot on stone floors.',
    it: 'Un camoscio che la pioggia non spaventa: cerato in botte, fa scorrere le gocce e tiene le macchie in superficie. Si segna, e la spazzola cancella.\n\nLa suola è para naturale di una sola piantagione, calda sui pavimenti di pietra.',
    de: 'Velours, dem Regen wenig ausmacht: im Fass gewachst, Tropfen perlen ab, Flecken bleiben obenauf. Spuren sieht man, und eine Bürste nimmt sie wieder weg.\n\nDie Sohle ist Naturkrepp von einer einzigen Plantage und auf Steinböden angenehm warm.',
  },
  fitNote: {
    en: 'Easy fit over the toes. Halves are worth using here: crepe soles do not forgive a loose heel.',
    it: 'Comodo sulle dita. Qui i mezzi numeri contano: con la para il tallone non deve ballare.',
    de: 'Vorn bequem. Nutzen Sie die halben Größen: Auf Krepp darf die Ferse nicht schlappen.',
  },
  care: care.suede,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 24, closure: 'slip-on', toeShape: 'almond', weightG: 540, waterResistance: 'repellent' },
  sizeScale: 'adult',
  sizes: menHalves,
  prices: { EUR: 27500, GBP: 23900, USD: 28900 },
  colourways: [
    { slug: 'carso-chelsea-tobacco', colour: colours.tobacco, way: 'tobacco-crepe', launchedAt: '2026-11-09', popularity: 950, stock: 'new' },
    { slug: 'carso-chelsea-slate', colour: colours.slate, way: 'slate-crepe', launchedAt: '2025-10-13', popularity: 460, stock: 'broken' },
  ],
}

const rosandra: Style = {
  slug: 'rosandra',
  name: 'Rosandra',
  brand: 'molini',
  artType: 'chelsea',
  segment: 'women',
  categories: ['women-chelsea-boots'],
  summary: { en: 'Suede Chelsea boot on crepe', it: 'Chelsea scamosciato su para', de: 'Velours-Chelsea auf Krepp' },
  description: {
    en: 'Named after the valley where Trieste goes walking on Sundays, and about as formal. The gore is dyed in the shade of the suede and disappears.\n\nMoss for parks, sand for pavements.',
    it: 'Porta il nome della valle dove Trieste va a camminare la domenica, ed è altrettanto informale. L’elastico è tinto come il camoscio e scompare.\n\nMuschio per i parchi, sabbia per i marciapiedi.',
    de: 'Benannt nach dem Tal, in dem Triest sonntags spazieren geht, und ungefähr so förmlich. Der Gummizug ist im Ton des Velours gefärbt und verschwindet.\n\nMoos für Parks, Sand fürs Pflaster.',
  },
  fitNote: {
    en: 'Suede and crepe both relax; what feels exact in the shop is exact after a month.',
    it: 'Camoscio e para si rilassano: precisa il primo giorno, comoda dopo un mese.',
    de: 'Velours und Krepp entspannen sich: am ersten Tag genau, nach einem Monat bequem.',
  },
  care: care.suede,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 24, closure: 'slip-on', toeShape: 'almond', weightG: 420, waterResistance: 'repellent' },
  sizeScale: 'adult',
  sizes: womenHalves,
  prices: { EUR: 25900, GBP: 22500, USD: 27500 },
  colourways: [
    { slug: 'rosandra-chelsea-sand', colour: colours.sand, way: 'sand-crepe', launchedAt: '2025-03-10', popularity: 640, stock: 'full' },
    { slug: 'rosandra-chelsea-moss', colour: colours.moss, way: 'moss-crepe', launchedAt: '2026-09-21', popularity: 500, stock: 'new' },
  ],
}

const basovizza: Style = {
  slug: 'basovizza',
  name: 'Basovizza',
  brand: 'molini',
  artType: 'chelsea',
  segment: 'men',
  categories: ['men-chelsea-boots'],
  summary: { en: 'Heavy Chelsea boot, rubber lugs', it: 'Chelsea robusto, suola carrarmato', de: 'Robuster Chelsea Boot, Profilsohle' },
  description: {
    en: 'For the plateau above the city, where it rains sideways. Black grain leather with a yellow welt stitch, or cognac calf; a raised welt keeps the seam dry.\n\nThe lugs throw off mud when you stamp. Please stamp outside.',
    it: 'Per l’altopiano sopra la città, dove piove di traverso. Pelle nera a grana con cucitura gialla, oppure vitello cognac; il guardolo rialzato tiene asciutta la giunta.\n\nBattendo il piede, il fango si stacca. Possibilmente fuori casa.',
    de: 'Für die Hochfläche über der Stadt, wo es waagrecht regnet. Schwarzes genarbtes Leder mit gelber Rahmennaht oder cognacfarbenes Kalb; ein Wetterrahmen hält die Naht trocken.\n\nMit einem Stampfen fällt der Schlamm ab. Am besten vor der Tür.',
  },
  fitNote: {
    en: 'Large: there is space for a felt insole. Without one, order half a size smaller.',
    it: 'Abbondante: dentro ci sta una soletta di feltro. Senza, mezzo numero in meno.',
    de: 'Groß: innen ist Platz für eine Filzsohle. Ohne sie eine halbe Größe kleiner.',
  },
  care: care.grain,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 34, closure: 'slip-on', toeShape: 'round', weightG: 690, waterResistance: 'repellent' },
  sizeScale: 'adult',
  sizes: menWhole,
  prices: { EUR: 28500, GBP: 24900, USD: 29900 },
  colourways: [
    { slug: 'basovizza-chelsea-black', colour: colours.black, way: 'black-lug', launchedAt: '2025-10-06', popularity: 650, stock: 'full' },
    { slug: 'basovizza-chelsea-cognac', colour: colours.cognac, way: 'cognac-lug', launchedAt: '2025-10-06', popularity: 520, stock: 'broken' },
  ],
}

const bora: Style = {
  slug: 'bora',
  name: 'Bora',
  brand: 'molini',
  artType: 'chelsea',
  segment: 'women',
  categories: ['women-chelsea-boots'],
  summary: { en: 'Lugged Chelsea boot, nubuck', it: 'Chelsea carrarmato, nabuk', de: 'Chelsea Boot mit Profil, Nubuk' },
  description: {
    en: 'Bora is the wind that blows Trieste clean in January. This boot stands in it: stone nubuck, deep off-white rubber, a low centre of gravity.\n\nPale and practical at once, since the nubuck is treated before it is cut.',
    it: 'La bora è il vento che a gennaio ripulisce Trieste. Questo stivaletto ci sta in piedi: nabuk color pietra, gomma chiara e profonda, baricentro basso.\n\nChiaro eppure pratico, perché il nabuk è trattato prima del taglio.',
    de: 'Bora heißt der Wind, der Triest im Januar leerfegt. Dieser Stiefel steht darin: Nubuk in Stein, tiefes helles Profil, niedriger Schwerpunkt.\n\nHell und trotzdem praktisch, weil das Nubuk vor dem Zuschnitt ausgerüstet wird.',
  },
  fitNote: {
    en: 'Fits like a walking boot: push the foot forward, and a finger goes in behind the heel.',
    it: 'Calza come uno scarpone: spinto il piede avanti, dietro passa un dito.',
    de: 'Sitzt wie ein Wanderschuh: Fuß vorn, dann passt hinten ein Finger hinein.',
  },
  care: care.nubuck,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 36, closure: 'slip-on', toeShape: 'round', weightG: 530, waterResistance: 'repellent' },
  sizeScale: 'adult',
  sizes: womenWhole,
  prices: { EUR: 27900, GBP: 23900, USD: 29500 },
  colourways: [
    { slug: 'bora-chelsea-stone', colour: colours.stone, way: 'stone-lug', launchedAt: '2026-10-12', popularity: 690, stock: 'new' },
  ],
}

const pozza: Style = {
  slug: 'pozza',
  name: 'Pozza',
  brand: 'saltafosso',
  artType: 'chelsea',
  segment: 'kids',
  categories: ['kids-chelsea-boots'],
  summary: { en: 'Children’s Chelsea boot', it: 'Chelsea da bambini', de: 'Chelsea Boot für Kinder' },
  description: {
    en: 'Pozza means puddle. Green calf, black elastic on both sides and lugs that find the bottom. The back tab takes two small fingers, so nobody has to be called.\n\nNot a rubber boot: the water stops at the welt, not at the ankle.',
    it: 'Per pozze e pozzanghere. Vitello verde, elastico nero sui due lati e tasselli che toccano il fondo. Nella linguetta entrano due dita piccole: non serve chiamare nessuno.\n\nNon è uno stivale di gomma: l’acqua si ferma al guardolo, non alla caviglia.',
    de: 'Pozza heißt Pfütze. Grünes Kalbsleder, schwarzer Gummizug auf beiden Seiten, Profil bis auf den Grund. In die Schlaufe passen zwei kleine Finger, niemand muss gerufen werden.\n\nKein Gummistiefel: Das Wasser endet am Rahmen, nicht am Knöchel.',
  },
  fitNote: {
    en: 'Choose with the winter sock on. One size up is fine, two make them stumble.',
    it: 'Da provare con la calza invernale. Un numero in più va bene, con due s’inciampa.',
    de: 'Mit Wintersocke anprobieren. Eine Nummer größer ist gut, mit zweien stolpert man.',
  },
  care: care.boot,
  materials: { upper: 'leather', lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 22, closure: 'slip-on', toeShape: 'round', weightG: 290, waterResistance: 'repellent', removableInsole: true },
  sizeScale: 'kids',
  sizes: kidsSmall,
  prices: { EUR: 9900, GBP: 8500, USD: 10500 },
  colourways: [
    { slug: 'pozza-chelsea-forest', colour: colours.forest, way: 'forest-lug', launchedAt: '2026-09-01', popularity: 530, stock: 'full' },
  ],
}

const aldwick: Style = {
  slug: 'aldwick',
  name: 'Aldwick',
  brand: 'harrow-pyke',
  artType: 'chelsea',
  segment: 'men',
  categories: ['men-chelsea-boots', 'men-brogues'],
  summary: { en: 'Brogued Chelsea boot, calf', it: 'Chelsea brogue, vitello', de: 'Chelsea Boot mit Lochung, Kalb' },
  description: {
    en: 'Somebody in Northampton asked why a boot without laces should go without a wing cap. This is the answer, with a line of holes along the gore as well.\n\nTan and mahogany show the punching; in black you have to look for it.',
    it: 'A Northampton qualcuno ha chiesto perché uno stivaletto senza lacci dovesse stare senza coda di rondine. Ecco la risposta, con una fila di fori anche lungo l’elastico.\n\nCuoio e mogano mostrano il traforo; nel nero bisogna cercarlo.',
    de: 'In Northampton fragte jemand, warum ein Stiefel ohne Senkel auch ohne Flügelkappe sein müsse. Hier ist die Antwort, mit einer Lochreihe entlang des Gummizugs.\n\nNaturleder und Mahagoni zeigen die Lochung, im Schwarz muss man sie suchen.',
  },
  fitNote: {
    en: 'Slim through the waist of the foot. Follow the EU number, not the UK stamp.',
    it: 'Sottile sul fiosso. Fa fede il numero EU, non quello inglese.',
    de: 'Schmal in der Fußmitte. Es gilt die EU-Größe, nicht der UK-Stempel.',
  },
  care: care.calf,
  materials: { upper: 'leather', lining: 'leather', sole: 'leather' },
  attributes: { heelHeightMm: 26, closure: 'slip-on', toeShape: 'almond', weightG: 640 },
  sizeScale: 'adult',
  sizes: menTall,
  prices: { EUR: 41500, GBP: 35900, USD: 43500 },
  colourways: [
    { slug: 'aldwick-chelsea-tan', colour: colours.tan, way: 'tan-brogue', launchedAt: '2025-11-03', popularity: 410, stock: 'broken' },
    { slug: 'aldwick-chelsea-mahogany', colour: colours.mahogany, way: 'mahogany-brogue', launchedAt: '2025-11-03', popularity: 340, stock: 'last-pairs' },
    { slug: 'aldwick-chelsea-black', colour: colours.black, way: 'black-brogue', launchedAt: '2024-11-04', popularity: 370, stock: 'full' },
  ],
}

export const chelseaBoots: readonly Style[] = [
  sebenico,
  miramar,
  carso,
  rosandra,
  basovizza,
  bora,
  pozza,
  aldwick,
]
