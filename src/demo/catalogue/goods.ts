import { colours } from './colours'
import type { CareGood } from './types'

/** What the demo shop sells to care for shoes. */
export const careGoods: readonly CareGood[] = [
  {
    slug: 'balsamo',
    name: 'Balsamo',
    brand: 'fondaco',
    categories: ['care'],
    summary: { en: 'Shoe cream, 75 ml', it: 'Crema per scarpe, 75 ml', de: 'Schuhcreme, 75 ml' },
    description: {
      en: 'Beeswax, carnauba and a little turpentine, boiled in small kettles. It feeds smooth and grained leather and leaves a quiet shine.\n\nTake less than you think, on a soft cloth, and wait five minutes before you brush. One tin lasts about sixty pairs.',
      it: 'Cera d’api, carnauba e poca trementina, cotte in caldaie piccole. Nutre la pelle liscia e a grana e lascia un lucido discreto.\n\nNe basta meno di quanto si crede, su un panno morbido; poi cinque minuti di attesa e la spazzola. Un barattolo basta per circa sessanta paia.',
      de: 'Bienenwachs, Carnauba und etwas Terpentin, in kleinen Kesseln gekocht. Sie nährt glattes und genarbtes Leder und gibt einen ruhigen Glanz.\n\nNehmen Sie weniger, als Sie denken, auf ein weiches Tuch, und warten Sie fünf Minuten vor dem Bürsten. Eine Dose reicht für etwa sechzig Paar.',
    },
    prices: { EUR: 1250, GBP: 1100, USD: 1400 },
    weightG: 140,
    colourways: [
      {
        slug: 'balsamo-cream-neutral',
        colour: colours.neutral,
        way: 'neutral-tin',
        launchedAt: '2024-02-12',
        popularity: 19,
        onHand: 64,
      },
      {
        slug: 'balsamo-cream-black',
        colour: colours.black,
        way: 'black-tin',
        launchedAt: '2024-02-12',
        popularity: 17,
        onHand: 48,
      },
      {
        slug: 'balsamo-cream-cognac',
        colour: colours.cognac,
        way: 'cognac-tin',
        launchedAt: '2024-02-12',
        popularity: 16,
        onHand: 37,
      },
    ],
  },
  {
    slug: 'riparo',
    name: 'Riparo',
    brand: 'fondaco',
    categories: ['care'],
    summary: {
      en: 'Water-repellent spray, 250 ml',
      it: 'Spray impermeabilizzante, 250 ml',
      de: 'Imprägnierspray, 250 ml',
    },
    description: {
      en: 'Keeps rain and wine out of suede, nubuck, canvas and mesh, and lets the foot breathe. Without fluorine.\n\nOutdoors, from 30 cm, two thin coats with a quarter of an hour between them. Try it on the tongue first: some dyes turn a shade darker.',
      it: 'Tiene pioggia e vino fuori da camoscio, nabuk, tela e rete, e lascia respirare il piede. Senza fluoro.\n\nAll’aperto, da 30 cm, due mani leggere a un quarto d’ora l’una dall’altra. Si prova prima sulla linguetta: qualche tinta scurisce appena.',
      de: 'Hält Regen und Wein von Velours, Nubuk, Leinen und Mesh fern und lässt den Fuß atmen. Ohne Fluor.\n\nIm Freien, aus 30 cm, zwei dünne Schichten im Abstand von einer Viertelstunde. Erst an der Zunge probieren: Manche Farben werden eine Spur dunkler.',
    },
    warnings: {
      en: 'Can under pressure, extremely flammable. Keep away from heat, sparks and flames, do not smoke, do not pierce or burn, not even when empty.\n\nUse outdoors only and do not breathe the mist. Keep out of the reach of children.',
      it: 'Recipiente sotto pressione, estremamente infiammabile. Tenere lontano da calore, scintille e fiamme, non fumare, non perforare né bruciare, neppure da vuoto.\n\nUsare solo all’aperto e non respirare la nebbia. Tenere fuori dalla portata dei bambini.',
      de: 'Behälter steht unter Druck, extrem entzündbar. Von Hitze, Funken und Flammen fernhalten, nicht rauchen, nicht durchstechen oder verbrennen, auch nicht leer.\n\nNur im Freien verwenden und den Nebel nicht einatmen. Darf nicht in die Hände von Kindern gelangen.',
    },
    prices: { EUR: 1490, GBP: 1290, USD: 1650 },
    weightG: 290,
    colourways: [
      {
        slug: 'riparo-spray',
        colour: colours.clear,
        way: 'slate-can',
        launchedAt: '2024-02-12',
        popularity: 18,
        onHand: 52,
      },
    ],
  },
  {
    slug: 'schiuma',
    name: 'Schiuma',
    brand: 'fondaco',
    categories: ['care'],
    summary: {
      en: 'Cleaning foam, 200 ml',
      it: 'Schiuma detergente, 200 ml',
      de: 'Reinigungsschaum, 200 ml',
    },
    description: {
      en: 'Hard soap from Trieste, beaten to a foam that stays on the surface. It lifts dust and grass out of canvas, mesh and rubber.\n\nOne press on a damp sponge, work in circles, wipe with clear water. Dry in the shade, without heat.',
      it: 'Sapone duro di Trieste, montato in una schiuma che resta in superficie. Toglie polvere ed erba da tela, rete e gomma.\n\nUna pressione sulla spugna umida, movimenti circolari, poi acqua pulita. Asciugare all’ombra, senza calore.',
      de: 'Kernseife aus Triest, zu einem Schaum geschlagen, der an der Oberfläche bleibt. Er löst Staub und Gras aus Leinen, Mesh und Gummi.\n\nEin Druck auf den feuchten Schwamm, kreisend arbeiten, mit klarem Wasser abwischen. Im Schatten trocknen, ohne Hitze.',
    },
    prices: { EUR: 1190, GBP: 990, USD: 1290 },
    weightG: 260,
    colourways: [
      {
        slug: 'schiuma-foam',
        colour: colours.clear,
        way: 'white-bottle',
        launchedAt: '2024-09-16',
        popularity: 14,
        onHand: 41,
      },
    ],
  },
  {
    slug: 'setola',
    name: 'Setola',
    brand: 'cirmo',
    categories: ['care'],
    summary: {
      en: 'Polishing brush, horsehair',
      it: 'Spazzola da lucido, crine',
      de: 'Polierbürste, Rosshaar',
    },
    description: {
      en: 'Twenty thousand hairs set by hand in oiled beech. Soft enough for calf, dense enough to bring up a shine without wax.\n\nKeep one for dark and one for light shoes. Wash it in lukewarm water once a year, hair down to dry.',
      it: 'Ventimila crini infilati a mano in faggio oliato. Morbida per il vitello, fitta quanto basta per lucidare senza cera.\n\nUna per le scarpe scure e una per le chiare. Una volta l’anno si lava in acqua tiepida e asciuga con i crini in giù.',
      de: 'Zwanzigtausend Haare, von Hand in geölte Buche gesetzt. Weich genug für Kalbsleder, dicht genug für Glanz ohne Wachs.\n\nEine für dunkle, eine für helle Schuhe. Einmal im Jahr in lauwarmem Wasser waschen, mit den Haaren nach unten trocknen.',
    },
    prices: { EUR: 2400, GBP: 2100, USD: 2600 },
    weightG: 180,
    colourways: [
      {
        slug: 'setola-brush',
        colour: colours.beech,
        way: 'beech-brush',
        launchedAt: '2023-11-06',
        popularity: 15,
        onHand: 29,
      },
    ],
  },
  {
    slug: 'ravviva',
    name: 'Ravviva',
    brand: 'cirmo',
    categories: ['care'],
    summary: {
      en: 'Suede brush, brass and crepe',
      it: 'Spazzola per camoscio, ottone e para',
      de: 'Veloursbürste, Messing und Krepp',
    },
    description: {
      en: 'Fine brass lifts a flattened nap, the crepe end rubs off shiny spots. The handle fits between thumb and finger.\n\nAlways brush dry, and always the same way. For nubuck use the crepe alone.',
      it: 'L’ottone sottile rialza il pelo schiacciato, la para all’estremità toglie le zone lucide. L’impugnatura sta tra pollice e indice.\n\nSi spazzola sempre a secco e sempre nello stesso verso. Per il nabuk solo la para.',
      de: 'Feines Messing richtet platten Flor auf, das Kreppende nimmt speckige Stellen. Der Griff liegt zwischen Daumen und Finger.\n\nImmer trocken und immer in eine Richtung bürsten. Für Nubuk allein den Krepp.',
    },
    prices: { EUR: 1690, GBP: 1450, USD: 1850 },
    weightG: 110,
    colourways: [
      {
        slug: 'ravviva-brush',
        colour: colours.walnut,
        way: 'brass-scrub',
        launchedAt: '2023-11-06',
        popularity: 13,
        onHand: 33,
      },
    ],
  },
  {
    slug: 'custode',
    name: 'Custode',
    brand: 'cirmo',
    categories: ['care'],
    summary: {
      en: 'Cedar shoe trees, 38 to 46',
      it: 'Forme in cedro, dal 38 al 46',
      de: 'Schuhspanner aus Zeder, 38 bis 46',
    },
    description: {
      en: 'A pair of trees in raw cedar, which drinks the damp of a day and smells of pencils. A spring fits them to every length from 38 to 46.\n\nPut them in while the leather is still warm. When the scent fades, a little sandpaper brings it back.',
      it: 'Un paio di forme in cedro grezzo, che beve l’umido di una giornata e profuma di matita. Una molla le adatta a ogni lunghezza dal 38 al 46.\n\nSi infilano finché la pelle è calda. Quando il profumo svanisce, basta un po’ di carta vetrata.',
      de: 'Ein Paar Spanner aus rohem Zedernholz, das die Feuchte eines Tages trinkt und nach Bleistift riecht. Eine Feder passt sie jeder Länge von 38 bis 46 an.\n\nEinsetzen, solange das Leder noch warm ist. Lässt der Duft nach, holt ihn etwas Schleifpapier zurück.',
    },
    prices: { EUR: 3200, GBP: 2800, USD: 3500 },
    weightG: 620,
    colourways: [
      {
        slug: 'custode-trees',
        colour: colours.cedar,
        way: 'cedar-tree',
        launchedAt: '2023-11-06',
        popularity: 12,
        onHand: 26,
      },
    ],
  },
]
