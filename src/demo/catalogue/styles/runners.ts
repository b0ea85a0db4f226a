import { care } from '../care'
import { colours } from '../colours'
import { kidsTall, menThirds, unisexThirds } from '../size-runs'
import type { Style } from '../types'

const corsa: Style = {
  slug: 'corsa',
  name: 'Corsa',
  brand: 'passolungo',
  artType: 'runner',
  segment: 'unisex',
  categories: ['men-running-shoes', 'women-running-shoes'],
  summary: { en: 'Everyday runner, mesh and suede', it: 'Da corsa per tutti i giorni, rete e camoscio', de: 'Alltagslaufschuh, Mesh und Velours' },
  description: {
    en: 'Ten kilometres at talking pace: that is what the Corsa was built for. Open mesh lets the heat out, two swept suede bands hold the middle of the foot.\n\nThe heel stands 10 mm above the forefoot, the foam is neither soft nor fast. It lasts about 800 kilometres.',
    it: 'Dieci chilometri parlando: per questo è nata. La rete aperta fa uscire il calore, due bande di camoscio tengono il mesopiede.\n\nTra tallone e avampiede ci sono 10 mm; la schiuma non è morbida né veloce. Dura circa 800 chilometri.',
    de: 'Zehn Kilometer, bei denen man sich noch unterhält: dafür ist der Corsa gebaut. Offenes Mesh lässt die Wärme hinaus, zwei geschwungene Veloursbänder halten den Mittelfuß.\n\nDie Sprengung beträgt 10 mm, der Schaum ist weder weich noch schnell. Er hält etwa 800 Kilometer.',
  },
  fitNote: {
    en: 'Leave a thumb’s width in front of the long toe: for most that is two thirds above the street size.',
    it: 'Davanti al dito più lungo serve un pollice: di solito due terzi sopra il numero da passeggio.',
    de: 'Vor der längsten Zehe gehört eine Daumenbreite: meist zwei Drittel über der Straßengröße.',
  },
  care: care.mesh,
  materials: { upper: ['textile', 'leather'], lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 36, closure: 'lace', toeShape: 'round', weightG: 295, removableInsole: true },
  sizeScale: 'adult-thirds',
  sizes: unisexThirds,
  prices: { EUR: 15900, GBP: 13900, USD: 16900 },
  colourways: [
    { slug: 'corsa-runner-stone', colour: colours.stone, way: 'stone-sweep', launchedAt: '2026-11-09', popularity: 870, stock: 'new' },
    { slug: 'corsa-runner-moss', colour: colours.moss, way: 'moss-sweep', launchedAt: '2025-03-03', popularity: 620, stock: 'full' },
    { slug: 'corsa-runner-graphite', colour: colours.graphite, way: 'graphite-sweep', launchedAt: '2025-03-03', popularity: 700, stock: 'full' },
    { slug: 'corsa-runner-rouge', colour: colours.rouge, way: 'rouge-sweep', launchedAt: '2024-10-07', popularity: 300, stock: 'broken' },
  ],
}

const volata: Style = {
  slug: 'volata',
  name: 'Volata',
  brand: 'passolungo',
  artType: 'runner',
  segment: 'unisex',
  categories: ['men-running-shoes', 'women-running-shoes'],
  summary: { en: 'Knitted runner', it: 'Da corsa in maglia', de: 'Laufschuh aus Strick' },
  description: {
    en: 'Knitted in one piece like a sock, then set on foam. Only the heel is stiffened, with nubuck, because that is where a runner needs a wall.\n\nPull it on, tie it once, forget it. For short quick rounds and for the days between.',
    it: 'Lavorata a maglia in un pezzo, come una calza, poi montata sulla schiuma. Solo il tallone è rinforzato in nabuk, dove a chi corre serve un muro.\n\nSi infila, si annoda una volta, ci si dimentica di averla. Per giri brevi e veloci e per i giorni di scarico.',
    de: 'In einem Stück gestrickt wie eine Socke und auf Schaum gesetzt. Nur die Ferse ist mit Nubuk versteift, weil Läufer dort eine Wand brauchen.\n\nHineinschlüpfen, einmal binden, vergessen. Für kurze schnelle Runden und die Tage dazwischen.',
  },
  fitNote: {
    en: 'Hugs the foot. High instep: one third up. Slim foot: as usual.',
    it: 'Avvolge. Collo alto: un terzo in più. Piede magro: come al solito.',
    de: 'Liegt eng an. Hoher Spann: ein Drittel größer. Schmaler Fuß: wie gewohnt.',
  },
  care: care.mesh,
  materials: { upper: 'textile', lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 34, closure: 'lace', toeShape: 'round', weightG: 245, removableInsole: true },
  sizeScale: 'adult-thirds',
  sizes: unisexThirds,
  prices: { EUR: 16500, GBP: 14500, USD: 17500 },
  colourways: [
    { slug: 'volata-runner-ink', colour: colours.ink, way: 'ink-knit', launchedAt: '2025-05-12', popularity: 660, stock: 'full' },
    { slug: 'volata-runner-chalk', colour: colours.chalk, way: 'chalk-knit', launchedAt: '2025-05-12', popularity: 590, stock: 'broken' },
    { slug: 'volata-runner-black', colour: colours.black, way: 'black-knit', launchedAt: '2024-05-06', popularity: 740, stock: 'full' },
    { slug: 'volata-runner-sage', colour: colours.sage, way: 'sage-knit', launchedAt: '2026-05-18', popularity: 420, stock: 'sold-out' },
  ],
}

const sentiero: Style = {
  slug: 'sentiero',
  name: 'Sentiero',
  brand: 'passolungo',
  artType: 'runner',
  segment: 'men',
  categories: ['men-running-shoes'],
  summary: { en: 'Trail runner, lugged sole', it: 'Da trail, suola tassellata', de: 'Trailschuh, Stollensohle' },
  description: {
    en: 'Made on the karst, where the path is limestone with grass between. Rubber runs up around the toes; the lugs are short, so the last kilometre on tarmac is no penance.\n\nDries on the foot. We did not put a membrane in: water that cannot enter cannot leave either.',
    it: 'Nata sul Carso, dove il sentiero è calcare con l’erba in mezzo. La gomma sale intorno alle dita; i tasselli sono corti, così l’ultimo chilometro d’asfalto non è una penitenza.\n\nAsciuga ai piedi. La membrana manca di proposito: l’acqua che non entra, poi non esce.',
    de: 'Entstanden auf dem Karst, wo der Weg aus Kalkstein mit Gras dazwischen besteht. Der Gummi zieht sich um die Zehen hoch, die Stollen sind kurz: Auch der letzte Kilometer Asphalt geht.\n\nTrocknet am Fuß. Auf eine Membran haben wir verzichtet, denn was nicht hineinkommt, kommt auch nicht hinaus.',
  },
  fitNote: {
    en: 'Locks the heel, spares the toes downhill. Same third as in your road shoe.',
    it: 'Blocca il tallone e in discesa salva le dita. Lo stesso terzo della scarpa da strada.',
    de: 'Fester Fersensitz, bergab Luft vor den Zehen. Dasselbe Drittel wie beim Straßenschuh.',
  },
  care: care.mesh,
  materials: { upper: ['textile', 'other'], lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 33, closure: 'lace', toeShape: 'round', weightG: 320, waterResistance: 'none', removableInsole: true },
  sizeScale: 'adult-thirds',
  sizes: menThirds,
  prices: { EUR: 16900, GBP: 14900, USD: 17900 },
  colourways: [
    { slug: 'sentiero-runner-pine', colour: colours.pine, way: 'pine-trail', launchedAt: '2026-09-14', popularity: 550, stock: 'new' },
    { slug: 'sentiero-runner-ochre', colour: colours.ochre, way: 'ochre-trail', launchedAt: '2025-09-15', popularity: 280, stock: 'last-pairs' },
    { slug: 'sentiero-runner-black', colour: colours.black, way: 'black-trail', launchedAt: '2025-03-17', popularity: 510, stock: 'full' },
  ],
}

const staffetta: Style = {
  slug: 'staffetta',
  name: 'Staffetta',
  brand: 'passolungo',
  artType: 'runner',
  segment: 'unisex',
  categories: ['men-running-shoes', 'women-running-shoes'],
  summary: { en: 'Retro runner, nylon and suede', it: 'Runner rétro, nylon e camoscio', de: 'Retro-Läufer, Nylon und Velours' },
  description: {
    en: 'The relay shoe of a school team from 1978, found in a cellar and measured seam by seam. Nylon and suede in blocks, a wedge in two colours.\n\nWe would not race in it today. It is very good on the way to the market.',
    it: 'La scarpa da staffetta di una squadra scolastica del 1978, ritrovata in cantina e rimisurata cucitura per cucitura. Nylon e camoscio a blocchi, zeppa in due colori.\n\nOggi non ci si fanno gare. Per andare al mercato è perfetta.',
    de: 'Der Staffelschuh einer Schulmannschaft von 1978, im Keller gefunden und Naht für Naht vermessen. Nylon und Velours in Blöcken, ein Keil in zwei Farben.\n\nWettkämpfe läuft man heute anders. Für den Weg zum Markt ist er genau richtig.',
  },
  fitNote: {
    en: 'Narrow in the old way. Many take a third or two more than in the Corsa.',
    it: 'Stretta come una volta: rispetto alla Corsa, spesso un terzo o due in più.',
    de: 'Schmal wie früher. Viele brauchen ein bis zwei Drittel mehr als im Corsa.',
  },
  care: care.suede,
  materials: { upper: ['textile', 'leather'], lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 34, closure: 'lace', toeShape: 'round', weightG: 310 },
  sizeScale: 'adult-thirds',
  sizes: unisexThirds,
  prices: { EUR: 11900, GBP: 9900, USD: 12900 },
  colourways: [
    { slug: 'staffetta-runner-sand', colour: colours.sand, way: 'sand-retro', launchedAt: '2026-02-16', popularity: 600, stock: 'full' },
    { slug: 'staffetta-runner-burgundy', colour: colours.burgundy, way: 'burgundy-retro', launchedAt: '2025-02-10', popularity: 440, stock: 'broken' },
  ],
}

const lepre: Style = {
  slug: 'lepre',
  name: 'Lepre',
  brand: 'saltafosso',
  artType: 'runner',
  segment: 'kids',
  categories: ['kids-running-shoes'],
  summary: { en: 'Children’s runner, nylon and suede', it: 'Da corsa per bambini, nylon e camoscio', de: 'Laufschuh für Kinder, Nylon und Velours' },
  description: {
    en: 'A hare goes round corners, so the tread wraps up at both sides. Navy nylon on top, suede where the other foot kicks.\n\nThe wedge is light and low: children should feel the ground they run on.',
    it: 'La lepre curva di scatto: per questo il battistrada risale sui due lati. Sopra nylon blu, camoscio dove arriva il calcio dell’altro piede.\n\nLa zeppa è leggera e bassa, perché chi corre senta il terreno.',
    de: 'Hasen schlagen Haken, deshalb zieht sich das Profil an beiden Seiten hoch. Oben blaues Nylon, Velours dort, wo der andere Fuß anstößt.\n\nDer Keil ist leicht und niedrig: Kinder sollen den Boden spüren.',
  },
  fitNote: {
    en: '12 mm longer than the foot is right; below 6 mm it is time for the next size.',
    it: 'Giusta con 12 mm oltre il piede; sotto i 6 mm è ora del numero dopo.',
    de: '12 mm Zugabe sind richtig, unter 6 mm ist die nächste Größe fällig.',
  },
  care: care.mesh,
  materials: { upper: ['textile', 'leather'], lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 24, closure: 'lace', toeShape: 'round', weightG: 175, removableInsole: true },
  sizeScale: 'kids',
  sizes: kidsTall,
  prices: { EUR: 6900, GBP: 5900, USD: 7500 },
  colourways: [
    { slug: 'lepre-runner-navy', colour: colours.navy, way: 'navy-retro', launchedAt: '2026-08-31', popularity: 460, stock: 'full' },
  ],
}

const maestrale: Style = {
  slug: 'maestrale',
  name: 'Maestrale',
  brand: 'passolungo',
  artType: 'runner',
  segment: 'unisex',
  categories: ['men-running-shoes', 'women-running-shoes'],
  summary: { en: 'Light road runner, thick foam', it: 'Leggera da strada, schiuma alta', de: 'Leichter Straßenschuh, dicker Schaum' },
  description: {
    en: 'Twenty-two millimetres of foam under the forefoot, and still 230 grams. A chevron printed on thin mesh replaces every overlay that could be replaced.\n\nFor long runs on hard roads. Softer than the Corsa, and sooner worn: plan on 600 kilometres.',
    it: 'Ventidue millimetri di schiuma sotto l’avampiede, e resta a 230 grammi. Una freccia stampata sulla rete sottile prende il posto dei rinforzi.\n\nPer i lunghi su asfalto. Più morbida della Corsa e prima consumata: circa 600 chilometri.',
    de: 'Zweiundzwanzig Millimeter Schaum unter dem Vorfuß und trotzdem 230 Gramm. Ein Winkel, auf dünnes Mesh gedruckt, ersetzt die Besätze.\n\nFür lange Läufe auf hartem Belag. Weicher als der Corsa und früher verbraucht: rechnen Sie mit 600 Kilometern.',
  },
  fitNote: {
    en: 'Wide in front, tapered behind. A third above your Corsa if your feet swell on long runs.',
    it: 'Larga davanti, stretta dietro. Se nei lunghi il piede si gonfia, un terzo sopra la Corsa.',
    de: 'Vorn weit, hinten schmal. Schwellen die Füße bei langen Läufen an: ein Drittel über dem Corsa.',
  },
  care: care.mesh,
  materials: { upper: 'textile', lining: 'textile', sole: 'other' },
  attributes: { heelHeightMm: 38, closure: 'lace', toeShape: 'round', weightG: 230, removableInsole: true },
  sizeScale: 'adult-thirds',
  sizes: unisexThirds,
  prices: { EUR: 17900, GBP: 15500, USD: 18900 },
  colourways: [
    { slug: 'maestrale-runner-white', colour: colours.white, way: 'white-road', launchedAt: '2026-10-19', popularity: 730, stock: 'new' },
    { slug: 'maestrale-runner-sky', colour: colours.sky, way: 'blue-road', launchedAt: '2026-04-20', popularity: 490, stock: 'broken' },
    {
      slug: 'maestrale-runner-coral',
      colour: colours.coral,
      way: 'coral-road',
      launchedAt: '2026-04-20',
      popularity: 540,
      stock: 'full',
      sizes: ['36', '36-2-3', '37-1-3', '38', '38-2-3', '39-1-3', '40', '40-2-3', '41-1-3', '42'],
    },
  ],
}

export const runners: readonly Style[] = [corsa, volata, sentiero, staffetta, lepre, maestrale]
