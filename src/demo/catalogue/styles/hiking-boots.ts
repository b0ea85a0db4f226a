import { care } from '../care'
import { colours } from '../colours'
import { kidsTall, menTall, unisexHalves, unisexWhole, womenHalves, womenWhole } from '../size-runs'
import type { Style } from '../types'

const cima: Style = {
  slug: 'cima',
  name: 'Cima',
  brand: 'vallorc',
  artType: 'hiker',
  segment: 'men',
  categories: ['men-hiking-boots'],
  summary: { en: 'Alpine boot with cloth window', it: 'Scarpone alpino con finestra in tessuto', de: 'Bergstiefel mit Stoffeinsatz' },
  description: {
    en: 'A boot for two days with a hut in between. The leather does the work, a window of dense cloth lets the ankle bend, and rubber climbs the toe as far as scree does.\n\nA membrane sits between leather and lining. Seven eyelets, the upper ones turned outward so that cold hands can lace them.',
    it: 'Per due giorni con un rifugio in mezzo. La pelle lavora, una finestra di tela fitta lascia piegare la caviglia, la gomma sale in punta fin dove arriva il ghiaione.\n\nTra pelle e fodera c’è una membrana. Sette passalacci, quelli alti girati in fuori per le mani fredde.',
    de: 'Ein Stiefel für zwei Tage mit einer Hütte dazwischen. Das Leder trägt, ein Einsatz aus dichtem Stoff lässt den Knöchel beugen, der Gummi reicht so hoch wie das Geröll.\n\nZwischen Leder und Futter liegt eine Membran. Sieben Ösen, die oberen nach außen gedreht für kalte Hände.',
  },
  fitNote: {
    en: 'Half a size up leaves the toes free on the way down. Try it on a slope or on stairs.',
    it: 'Mezzo numero in più libera le dita in discesa. Provarlo su una rampa o sulle scale.',
    de: 'Eine halbe Größe mehr hält bergab die Zehen frei. Auf einer Treppe probieren.',
  },
  care: care.boot,
  materials: { upper: ['leather', 'textile'], lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 36, closure: 'lace', toeShape: 'round', weightG: 710, waterResistance: 'waterproof', removableInsole: true },
  sizeScale: 'adult',
  sizes: menTall,
  prices: { EUR: 28900, GBP: 24900, USD: 30500 },
  colourways: [
    { slug: 'cima-boot-tobacco', colour: colours.tobacco, way: 'tobacco-alpine', launchedAt: '2024-08-26', popularity: 810, stock: 'full' },
    { slug: 'cima-boot-graphite', colour: colours.graphite, way: 'graphite-alpine', launchedAt: '2024-08-26', popularity: 690, stock: 'broken' },
  ],
}

const genziana: Style = {
  slug: 'genziana',
  name: 'Genziana',
  brand: 'vallorc',
  artType: 'hiker',
  segment: 'women',
  categories: ['women-hiking-boots'],
  summary: { en: 'Women’s alpine boot', it: 'Scarpone alpino da donna', de: 'Bergstiefel für Damen' },
  description: {
    en: 'The Cima on a women’s last: heel drawn in, cuff lowered by a centimetre behind, where the calf muscle begins. Pine is suede, sand is nubuck.\n\nWaterproof up to the fourth eyelet. Above that, gaiters.',
    it: 'La Cima su forma femminile: tallone più stretto, collo abbassato di un centimetro dietro, dove comincia il polpaccio. Pino in camoscio, sabbia in nabuk.\n\nImpermeabile fino al quarto passalaccio. Più su, le ghette.',
    de: 'Der Cima auf Damenleisten: schmalere Ferse, der Schaft hinten einen Zentimeter tiefer, wo die Wade beginnt. Kiefer ist Velours, Sand ist Nubuk.\n\nWasserdicht bis zur vierten Öse. Darüber helfen Gamaschen.',
  },
  fitNote: {
    en: 'Generous in the toes, close at the heel; halves help with the choice.',
    it: 'Ampia in punta, ferma dietro: i mezzi numeri aiutano a scegliere.',
    de: 'Vorn großzügig, hinten eng; die halben Größen helfen bei der Wahl.',
  },
  care: care.boot,
  materials: { upper: ['leather', 'textile'], lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 36, closure: 'lace', toeShape: 'round', weightG: 570, waterResistance: 'waterproof', removableInsole: true },
  sizeScale: 'adult',
  sizes: womenHalves,
  prices: { EUR: 27900, GBP: 23900, USD: 29500 },
  colourways: [
    { slug: 'genziana-boot-pine', colour: colours.pine, way: 'pine-alpine', launchedAt: '2025-08-25', popularity: 570, stock: 'full' },
    { slug: 'genziana-boot-sand', colour: colours.sand, way: 'sand-alpine', launchedAt: '2026-08-31', popularity: 490, stock: 'new' },
  ],
}

const firn: Style = {
  slug: 'firn',
  name: 'Firn',
  brand: 'sernbach',
  artType: 'hiker',
  segment: 'unisex',
  categories: ['men-lace-up-boots', 'women-lace-up-boots'],
  summary: { en: 'One-piece leather boot', it: 'Scarpone in un solo pezzo di pelle', de: 'Stiefel aus einem Stück Leder' },
  description: {
    en: 'Two and a half millimetres of leather, one seam, hooks that a smith could have made. The Firn predates membranes and does without: fat keeps the water out, as it did for the postman of Elm.\n\nIt is heavy to carry and light to wear. Give it twenty hours.',
    it: 'Due millimetri e mezzo di pelle, una cucitura, ganci che pare abbia fatto un fabbro. È più vecchio delle membrane e non ne ha: l’acqua la ferma il grasso, come per il postino di Elm.\n\nPesante in mano, leggero al piede. Chiede venti ore di pazienza.',
    de: 'Zweieinhalb Millimeter Leder, eine Naht, Haken wie vom Schmied. Der Firn ist älter als jede Membran und kommt ohne aus: Fett hält das Wasser ab, wie schon beim Briefträger von Elm.\n\nSchwer in der Hand, leicht am Fuß. Geben Sie ihm zwanzig Stunden.',
  },
  fitNote: {
    en: 'Take the wide one for bunions or thick insoles. Length as in town shoes.',
    it: 'La calzata larga per alluci sporgenti o plantari spessi. La lunghezza è quella di città.',
    de: 'Die weite Ausführung bei Ballen oder dicken Einlagen. Länge wie beim Straßenschuh.',
  },
  care: care.boot,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 36, closure: 'lace', toeShape: 'round', weightG: 820, waterResistance: 'repellent' },
  sizeScale: 'adult',
  sizes: unisexHalves,
  widths: ['standard', 'wide'],
  prices: { EUR: 38900, GBP: 33900, USD: 40900 },
  colourways: [
    { slug: 'firn-boot-black', colour: colours.black, way: 'black-leather', launchedAt: '2024-09-30', popularity: 500, stock: 'full' },
    { slug: 'firn-boot-espresso', colour: colours.espresso, way: 'espresso-leather', launchedAt: '2024-09-30', popularity: 540, stock: 'broken' },
  ],
}

const murg: Style = {
  slug: 'murg',
  name: 'Murg',
  brand: 'sernbach',
  artType: 'hiker',
  segment: 'women',
  categories: ['women-lace-up-boots', 'women-hiking-boots'],
  summary: { en: 'Calf mountain boot, brass hooks', it: 'Scarpone in vitello, ganci d’ottone', de: 'Bergschuh aus Kalb, Messinghaken' },
  description: {
    en: 'Smoother and more polished than its brother, because it spends half the week in Zurich. Smooth calf, waxed laces, brass at the ankle.\n\nOn a Saturday it still goes up to the lake it is named after, and down again with dry socks.',
    it: 'Più liscio del fratello, perché metà settimana la passa a Zurigo. Vitello, lacci cerati, ottone alla caviglia.\n\nIl sabato sale comunque al lago di cui porta il nome, e scende con le calze asciutte.',
    de: 'Glatter als sein Bruder, weil er die halbe Woche in Zürich verbringt. Kalbsleder, gewachste Senkel, Messing am Knöchel.\n\nAm Samstag geht er trotzdem zu dem See hinauf, nach dem er heißt, und kommt mit trockenen Socken zurück.',
  },
  fitNote: {
    en: 'A snug middle foot is right; the calf eases within ten walks.',
    it: 'Il mesopiede deve essere fermo: in dieci uscite il vitello cede.',
    de: 'Am Mittelfuß darf er eng sein, nach zehn Touren hat das Leder nachgegeben.',
  },
  care: care.boot,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 36, closure: 'lace', toeShape: 'round', weightG: 650, waterResistance: 'repellent' },
  sizeScale: 'adult',
  sizes: womenWhole,
  prices: { EUR: 36900, GBP: 31900, USD: 38900 },
  colourways: [
    { slug: 'murg-boot-cognac', colour: colours.cognac, way: 'cognac-leather', launchedAt: '2025-09-29', popularity: 600, stock: 'full' },
    { slug: 'murg-boot-oxblood', colour: colours.oxblood, way: 'oxblood-leather', launchedAt: '2026-09-28', popularity: 430, stock: 'broken' },
  ],
}

const officina: Style = {
  slug: 'officina',
  name: 'Officina',
  brand: 'vallorc',
  artType: 'hiker',
  segment: 'men',
  categories: ['men-lace-up-boots'],
  summary: { en: 'Moc-toe work boot, white wedge', it: 'Polacchino da lavoro, zeppa bianca', de: 'Arbeitsstiefel, weiße Keilsohle' },
  description: {
    en: 'Scaffolders wear wedges because a heel catches on rungs. The rest of us like how quietly they walk. Raised seam at the toe, triple stitching where it pulls.\n\nThe black one is calf; the olive is suede with ochre laces.',
    it: 'Sui ponteggi si porta la zeppa, perché il tacco s’impiglia nei pioli. A tutti gli altri piace il passo silenzioso. Cucitura rialzata in punta, tripla dove tira.\n\nIl nero è vitello; l’oliva è camoscio con lacci ocra.',
    de: 'Gerüstbauer tragen Keile, weil Absätze an Sprossen hängen bleiben. Wir anderen mögen den leisen Gang. Erhabene Naht vorn, dreifach gesteppt, wo Zug entsteht.\n\nSchwarz ist Kalb, Olive ist Velours mit ockerfarbenen Senkeln.',
  },
  fitNote: {
    en: 'Wide and long. Nearly everyone is right half a size below.',
    it: 'Largo e lungo: quasi tutti stanno bene con mezzo numero in meno.',
    de: 'Weit und lang. Fast alle nehmen eine halbe Größe weniger.',
  },
  care: care.smoothAndSuede,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 38, closure: 'lace', toeShape: 'round', weightG: 640 },
  sizeScale: 'adult',
  sizes: menTall,
  prices: { EUR: 25900, GBP: 22500, USD: 27500 },
  colourways: [
    { slug: 'officina-boot-black', colour: colours.black, way: 'black-urban', launchedAt: '2025-02-24', popularity: 580, stock: 'full' },
    { slug: 'officina-boot-olive', colour: colours.olive, way: 'olive-urban', launchedAt: '2025-02-24', popularity: 360, stock: 'last-pairs' },
  ],
}

const neve: Style = {
  slug: 'neve',
  name: 'Neve',
  brand: 'vallorc',
  artType: 'hiker',
  segment: 'women',
  categories: ['women-lace-up-boots'],
  summary: { en: 'Moc-toe boot, white wedge', it: 'Polacchino con zeppa bianca', de: 'Schnürstiefel mit weißem Keil' },
  description: {
    en: 'White below, camel or chalk above: a boot for dry cold days when the light is low. The wedge is foamed rubber and insulates better than it looks.\n\nCamel is nubuck and drinks in oil, chalk is grained leather and shrugs it off.',
    it: 'Bianco sotto, cammello o gesso sopra: per le giornate fredde e asciutte, con la luce bassa. La zeppa è gomma espansa e isola più di quanto sembri.\n\nCammello è nabuk e beve l’olio, gesso è pelle a grana e lo respinge.',
    de: 'Unten weiß, oben Camel oder Kreide: für trockene kalte Tage mit flachem Licht. Der Keil ist geschäumter Gummi und isoliert besser, als er aussieht.\n\nCamel ist Nubuk und saugt Öl auf, Kreide ist genarbt und lässt es abperlen.',
  },
  fitNote: {
    en: 'Plan for a warm sock: your size, no smaller.',
    it: 'Con la calza calda: il proprio numero, non meno.',
    de: 'Mit warmer Socke gerechnet: Ihre Größe, nicht kleiner.',
  },
  care: care.smoothAndSuede,
  materials: { upper: 'leather', lining: 'leather', sole: 'other' },
  attributes: { heelHeightMm: 38, closure: 'lace', toeShape: 'round', weightG: 520 },
  sizeScale: 'adult',
  sizes: womenHalves,
  prices: { EUR: 24900, GBP: 21500, USD: 26500 },
  colourways: [
    { slug: 'neve-boot-camel', colour: colours.camel, way: 'camel-urban', launchedAt: '2025-10-20', popularity: 650, stock: 'full' },
    { slug: 'neve-boot-chalk', colour: colours.chalk, way: 'chalk-urban', launchedAt: '2026-10-19', popularity: 520, stock: 'new' },
  ],
}

const sella: Style = {
  slug: 'sella',
  name: 'Sella',
  brand: 'vallorc',
  artType: 'hiker',
  segment: 'unisex',
  categories: ['men-hiking-boots', 'women-hiking-boots'],
  summary: { en: 'Light trekking boot', it: 'Scarpone leggero da trekking', de: 'Leichter Wanderstiefel' },
  description: {
    en: 'Under five hundred grams, for hut-to-hut in July. Mesh where you sweat, suede where you scrape, a rubber toe.\n\nSlate has an orange pull that you find in a dark hallway at five in the morning.',
    it: 'Meno di cinquecento grammi, per andare di rifugio in rifugio a luglio. Rete dove si suda, camoscio dove si struscia, punta in gomma.\n\nArdesia ha una linguetta arancione che si trova al buio, alle cinque del mattino.',
    de: 'Unter fünfhundert Gramm, für Hüttentouren im Juli. Mesh, wo man schwitzt, Velours, wo man anstößt, vorn Gummi.\n\nSchiefer hat eine orange Schlaufe, die man um fünf Uhr früh im dunklen Flur findet.',
  },
  fitNote: {
    en: 'Sporty fit, no breaking in. Whole sizes only; when in doubt, the larger.',
    it: 'Calzata sportiva, niente rodaggio. Solo numeri interi: nel dubbio, il più grande.',
    de: 'Sportlich geschnitten, kein Einlaufen. Nur ganze Größen, im Zweifel die größere.',
  },
  care: care.mesh,
  materials: { upper: ['textile', 'leather'], lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 34, closure: 'lace', toeShape: 'round', weightG: 480, waterResistance: 'none', removableInsole: true },
  sizeScale: 'adult',
  sizes: unisexWhole,
  prices: { EUR: 18900, GBP: 16500, USD: 19900 },
  colourways: [
    { slug: 'sella-boot-slate', colour: colours.slate, way: 'slate-trek', launchedAt: '2025-05-19', popularity: 550, stock: 'full' },
    { slug: 'sella-boot-moss', colour: colours.moss, way: 'moss-trek', launchedAt: '2025-05-19', popularity: 470, stock: 'broken' },
  ],
}

const marmotta: Style = {
  slug: 'marmotta',
  name: 'Marmotta',
  brand: 'saltafosso',
  artType: 'hiker',
  segment: 'kids',
  categories: ['kids-hiking-boots'],
  summary: { en: 'Children’s trekking boot', it: 'Scarponcino da bambini', de: 'Wanderstiefel für Kinder' },
  description: {
    en: 'Whoever is promised a marmot wants to arrive. So: a sole that rolls, a cuff without hard edges, and few eyelets, all of them large.\n\nOchre or berry, both easy to spot on a meadow.',
    it: 'A chi è stata promessa una marmotta tocca arrivare. Quindi: suola che rulla, collo senza bordi duri, pochi passalacci e tutti larghi.\n\nOcra o mirtillo, che sul prato si vedono da lontano.',
    de: 'Wem ein Murmeltier versprochen wurde, der will ankommen. Deshalb: eine Sohle, die abrollt, ein Schaft ohne harte Kanten, wenige und große Ösen.\n\nOcker oder Preiselbeere, auf der Wiese von weitem zu sehen.',
  },
  fitNote: {
    en: 'With hiking sock, 15 mm in front of the toes: one size above the school shoe.',
    it: 'Con la calza da montagna, 15 mm davanti alle dita: un numero sopra la scarpa di scuola.',
    de: 'Mit Wandersocke 15 mm vor den Zehen: eine Nummer über dem Schulschuh.',
  },
  care: care.mesh,
  materials: { upper: ['textile', 'leather'], lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 26, closure: 'lace', toeShape: 'round', weightG: 310, waterResistance: 'repellent', removableInsole: true },
  sizeScale: 'kids',
  sizes: kidsTall,
  prices: { EUR: 9500, GBP: 8200, USD: 9900 },
  colourways: [
    { slug: 'marmotta-boot-ochre', colour: colours.ochre, way: 'ochre-trek', launchedAt: '2026-04-27', popularity: 420, stock: 'full' },
    { slug: 'marmotta-boot-berry', colour: colours.berry, way: 'berry-trek', launchedAt: '2025-04-22', popularity: 380, stock: 'broken' },
  ],
}

export const hikingBoots: readonly Style[] = [cima, genziana, firn, murg, officina, neve, sella, marmotta]
