import type { Category, Words } from './types'

const words = (en: string, it: string, de: string): Words => ({ en, it, de })

/** One node: slug, place among its siblings, parent, name, description. */
const node = (
  slug: string,
  order: number,
  parent: string | undefined,
  texts: readonly [Words, Words],
): Category => ({
  slug,
  order,
  ...(parent === undefined ? {} : { parent }),
  name: texts[0],
  description: texts[1],
})

const derbies = words('Derbies', 'Derby', 'Derbys')
const loafers = words('Loafers', 'Mocassini', 'Loafer')
const brogues = words('Brogues', 'Brogue', 'Budapester')
const boots = words('Boots', 'Stivaletti', 'Stiefel')
const chelseas = words('Chelsea boots', 'Chelsea boot', 'Chelsea Boots')
const laceUps = words('Lace-up boots', 'Polacchini', 'Schnürstiefel')
const hikers = words('Hiking boots', 'Scarponi', 'Wanderschuhe')
const sneakers = words('Sneakers', 'Sneaker', 'Sneaker')
const lows = words('Leather sneakers', 'Sneaker in pelle', 'Ledersneaker')
const canvas = words('Canvas shoes', 'Scarpe di tela', 'Leinenschuhe')
const runners = words('Running shoes', 'Scarpe da corsa', 'Laufschuhe')
const sandals = words('Sandals', 'Sandali', 'Sandalen')
const footbeds = words('Footbed sandals', 'Sandali con plantare', 'Fußbettsandalen')
const fishermen = words('Fisherman sandals', 'Sandali da pescatore', 'Fischersandalen')

const men: readonly Category[] = [
  node('men', 1, undefined, [
    words('Men', 'Uomo', 'Herren'),
    words(
      'Derbies, boots and sneakers from 39 to 48.',
      'Derby, stivaletti e sneaker dal 39 al 48.',
      'Derbys, Stiefel und Sneaker von 39 bis 48.',
    ),
  ]),
  node('men-shoes', 1, 'men', [
    words('Shoes', 'Scarpe', 'Halbschuhe'),
    words(
      'Leather low shoes for the office and for the evening after it.',
      'Scarpe basse in pelle per l’ufficio e per la sera che segue.',
      'Halbschuhe aus Leder fürs Büro und den Abend danach.',
    ),
  ]),
  node('men-derbies', 1, 'men-shoes', [
    derbies,
    words(
      'Open lacing, room over the instep, soles from leather to crepe.',
      'Allacciatura aperta, collo comodo, suole dal cuoio alla para.',
      'Offene Schnürung, Platz am Spann, Sohlen von Leder bis Krepp.',
    ),
  ]),
  node('men-brogues', 2, 'men-shoes', [
    brogues,
    words(
      'Wing caps, punched by hand, hole by hole.',
      'Punte a coda di rondine, bucate a mano foro per foro.',
      'Flügelkappen, Loch für Loch von Hand gestanzt.',
    ),
  ]),
  node('men-loafers', 3, 'men-shoes', [
    loafers,
    words(
      'Penny, tassel, bit and plain: nothing to tie.',
      'Mascherina, nappe, morsetto o lisci: niente da allacciare.',
      'Penny, Tassel, Horsebit oder schlicht: nichts zu binden.',
    ),
  ]),
  node('men-boots', 2, 'men', [
    boots,
    words(
      'From a slim ankle boot to a sole that grips in snow.',
      'Dallo stivaletto sottile alla suola che tiene sulla neve.',
      'Vom schmalen Stiefel bis zur Sohle, die im Schnee hält.',
    ),
  ]),
  node('men-chelsea-boots', 1, 'men-boots', [
    chelseas,
    words(
      'One gore a side, a tab at the back, on in a second.',
      'Un elastico per lato, una linguetta dietro, calzati in un attimo.',
      'Ein Gummizug je Seite, hinten eine Schlaufe, in einer Sekunde an.',
    ),
  ]),
  node('men-lace-up-boots', 2, 'men-boots', [
    laceUps,
    words(
      'Work boots and mountain leather for town.',
      'Da lavoro e da montagna, portati in città.',
      'Arbeits- und Bergstiefel, in der Stadt getragen.',
    ),
  ]),
  node('men-hiking-boots', 3, 'men-boots', [
    hikers,
    words(
      'Rubber rand, deep lugs, a cuff that holds the ankle.',
      'Fascione in gomma, tasselli profondi, collo che tiene la caviglia.',
      'Gummirand, tiefes Profil, ein Schaft, der den Knöchel hält.',
    ),
  ]),
  node('men-sneakers', 3, 'men', [
    sneakers,
    words(
      'Court shapes, canvas and shoes to run in.',
      'Da tennis, in tela e per correre.',
      'Tennisformen, Leinen und Schuhe zum Laufen.',
    ),
  ]),
  node('men-leather-sneakers', 1, 'men-sneakers', [
    lows,
    words(
      'Calf, suede and nubuck on stitched cup soles.',
      'Vitello, camoscio e nabuk su suole cucite.',
      'Kalb, Velours und Nubuk auf genähten Schalensohlen.',
    ),
  ]),
  node('men-canvas-shoes', 2, 'men-sneakers', [
    canvas,
    words(
      'Cotton and vulcanised rubber for warm months.',
      'Cotone e gomma vulcanizzata per i mesi caldi.',
      'Baumwolle und vulkanisierter Gummi für warme Monate.',
    ),
  ]),
  node('men-running-shoes', 3, 'men-sneakers', [
    runners,
    words(
      'Road and trail, in thirds of a size.',
      'Strada e sentiero, a terzi di numero.',
      'Straße und Trail, in Drittelgrößen.',
    ),
  ]),
  node('men-sandals', 4, 'men', [
    sandals,
    words(
      'Cork, straps and cages for hot pavements.',
      'Sughero, fasce e gabbie per l’asfalto caldo.',
      'Kork, Riemen und Geflecht für heiße Pflaster.',
    ),
  ]),
  node('men-footbed-sandals', 1, 'men-sandals', [
    footbeds,
    words(
      'A cork bed that takes the shape of your foot.',
      'Un sughero che prende la forma del piede.',
      'Ein Korkbett, das sich dem Fuß anpasst.',
    ),
  ]),
  node('men-fisherman-sandals', 2, 'men-sandals', [
    fishermen,
    words(
      'Closed toes, open sides, one buckle.',
      'Punta chiusa, lati aperti, una fibbia.',
      'Vorn geschlossen, seitlich offen, eine Schnalle.',
    ),
  ]),
]

const women: readonly Category[] = [
  node('women', 2, undefined, [
    words('Women', 'Donna', 'Damen'),
    words(
      'Flats, loafers and boots from 35 to 42.',
      'Ballerine, mocassini e stivaletti dal 35 al 42.',
      'Ballerinas, Loafer und Stiefel von 35 bis 42.',
    ),
  ]),
  node('women-shoes', 1, 'women', [
    words('Shoes', 'Scarpe', 'Halbschuhe'),
    words(
      'Flat shoes that get through a whole day.',
      'Scarpe basse che reggono la giornata intera.',
      'Flache Schuhe, die einen ganzen Tag mitgehen.',
    ),
  ]),
  node('women-ballerinas', 1, 'women-shoes', [
    words('Ballerinas', 'Ballerine', 'Ballerinas'),
    words(
      'Turned by hand, on a heel of ten millimetres.',
      'Rivoltate a mano, su dieci millimetri di tacco.',
      'Von Hand gewendet, auf zehn Millimetern Absatz.',
    ),
  ]),
  node('women-mary-janes', 2, 'women-shoes', [
    words('Mary Janes', 'Mary Jane', 'Mary Janes'),
    words(
      'One bar, one small buckle, no slipping.',
      'Un cinturino, una fibbia piccola, e non scappano.',
      'Ein Riemchen, eine kleine Schnalle, kein Rutschen.',
    ),
  ]),
  node('women-loafers', 3, 'women-shoes', [
    loafers,
    words(
      'With a bit, on lugs or quite bare.',
      'Con morsetto, su carrarmato o del tutto lisci.',
      'Mit Trense, auf Profil oder ganz ohne Zier.',
    ),
  ]),
  node('women-brogues', 4, 'women-shoes', [
    brogues,
    words(
      'The English wing cap on a narrower last.',
      'La coda di rondine inglese su una forma più stretta.',
      'Die englische Flügelkappe auf schmalerem Leisten.',
    ),
  ]),
  node('women-boots', 2, 'women', [
    boots,
    words(
      'Ankle high, low heeled, ready for wet leaves.',
      'Alti alla caviglia, tacco basso, pronti per le foglie bagnate.',
      'Knöchelhoch, flach, bereit für nasses Laub.',
    ),
  ]),
  node('women-chelsea-boots', 1, 'women-boots', [
    chelseas,
    words(
      'Slim leather, soft crepe or heavy rubber under the same shape.',
      'Cuoio sottile, para morbida o gomma spessa sotto la stessa linea.',
      'Schmales Leder, weicher Krepp oder schwerer Gummi unter derselben Form.',
    ),
  ]),
  node('women-lace-up-boots', 2, 'women-boots', [
    laceUps,
    words(
      'Moc toes on a light wedge, leather with brass hooks.',
      'Punta mocassino su zeppa leggera, pelle con ganci d’ottone.',
      'Mokassinnaht auf leichtem Keil, Leder mit Messinghaken.',
    ),
  ]),
  node('women-hiking-boots', 3, 'women-boots', [
    hikers,
    words(
      'Mountain boots on a last with a narrow heel.',
      'Scarponi su forma dal tallone stretto.',
      'Bergschuhe auf einem Leisten mit schmaler Ferse.',
    ),
  ]),
  node('women-sneakers', 3, 'women', [
    sneakers,
    words(
      'White calf, ecru canvas and a fast coral.',
      'Vitello bianco, tela ecrù e un corallo veloce.',
      'Weißes Kalb, ecrufarbenes Leinen und ein schnelles Korall.',
    ),
  ]),
  node('women-leather-sneakers', 1, 'women-sneakers', [
    lows,
    words(
      'Quiet leather, good with trousers and with skirts.',
      'Pelle sobria, con i pantaloni e con la gonna.',
      'Ruhiges Leder, zur Hose wie zum Rock.',
    ),
  ]),
  node('women-canvas-shoes', 2, 'women-sneakers', [
    canvas,
    words(
      'Light, vegan, easy to wash by hand.',
      'Leggere, vegane, facili da lavare a mano.',
      'Leicht, vegan, von Hand schnell gewaschen.',
    ),
  ]),
  node('women-running-shoes', 3, 'women-sneakers', [
    runners,
    words(
      'Knit and mesh, graded in thirds from 36.',
      'Maglia e rete, a terzi di numero dal 36.',
      'Strick und Mesh, ab 36 in Dritteln abgestuft.',
    ),
  ]),
  node('women-sandals', 4, 'women', [
    sandals,
    words(
      'Flat, cut from one hide, mended on Corfu.',
      'Bassi, tagliati da una sola pelle, riparati a Corfù.',
      'Flach, aus einer Haut geschnitten, auf Korfu geflickt.',
    ),
  ]),
  node('women-strap-sandals', 1, 'women-sandals', [
    words('Strap sandals', 'Sandali a fasce', 'Riemchensandalen'),
    words(
      'Crossing straps and a heel that stays put.',
      'Fasce incrociate e un tallone che resta fermo.',
      'Gekreuzte Riemen und ein Fersenband, das sitzt.',
    ),
  ]),
  node('women-footbed-sandals', 2, 'women-sandals', [
    footbeds,
    words(
      'Buckled or slipped on, always on cork.',
      'Con fibbie o a ciabatta, sempre sul sughero.',
      'Mit Schnallen oder zum Schlüpfen, immer auf Kork.',
    ),
  ]),
]

const kids: readonly Category[] = [
  node('kids', 3, undefined, [
    words('Kids', 'Bambini', 'Kinder'),
    words(
      'From 24 to 38, with the room to grow marked inside.',
      'Dal 24 al 38, con lo spazio di crescita segnato dentro.',
      'Von 24 bis 38, der Platz zum Wachsen ist innen markiert.',
    ),
  ]),
  node('kids-shoes', 1, 'kids', [
    words('Shoes', 'Scarpe', 'Schuhe'),
    words(
      'For school, for the yard, for Sunday lunch.',
      'Per la scuola, il cortile, il pranzo della domenica.',
      'Für Schule, Hof und Sonntagsessen.',
    ),
  ]),
  node('kids-sneakers', 1, 'kids-shoes', [
    sneakers,
    words(
      'Canvas and suede that survive a bicycle.',
      'Tela e camoscio che sopravvivono alla bicicletta.',
      'Leinen und Velours, die ein Fahrrad überleben.',
    ),
  ]),
  node('kids-running-shoes', 2, 'kids-shoes', [
    runners,
    words(
      'Light wedges for catching and being caught.',
      'Suole leggere per prendere e farsi prendere.',
      'Leichte Sohlen zum Fangen und Gefangenwerden.',
    ),
  ]),
  node('kids-party-shoes', 3, 'kids-shoes', [
    words('Party shoes', 'Scarpe da festa', 'Festschuhe'),
    words(
      'Ballerinas and Mary Janes for weddings and cake.',
      'Ballerine e Mary Jane per matrimoni e torte.',
      'Ballerinas und Mary Janes für Hochzeiten und Kuchen.',
    ),
  ]),
  node('kids-boots', 2, 'kids', [
    boots,
    words(
      'Dry feet in puddles and up the first mountains.',
      'Piedi asciutti nelle pozzanghere e sulle prime montagne.',
      'Trockene Füße in Pfützen und auf den ersten Bergen.',
    ),
  ]),
  node('kids-chelsea-boots', 1, 'kids-boots', [
    chelseas,
    words(
      'Pulled on without help, hosed off outside.',
      'Si infilano da soli, si lavano con la canna.',
      'Allein angezogen, draußen abgespritzt.',
    ),
  ]),
  node('kids-hiking-boots', 2, 'kids-boots', [
    hikers,
    words(
      'Soft enough to bend, firm enough for roots.',
      'Abbastanza morbidi da piegarsi, fermi sulle radici.',
      'Weich genug zum Abrollen, fest genug für Wurzeln.',
    ),
  ]),
  node('kids-sandals', 3, 'kids', [
    sandals,
    words(
      'For the beach and the bus to the beach.',
      'Per la spiaggia e per la corriera che ci va.',
      'Für den Strand und den Bus dorthin.',
    ),
  ]),
  node('kids-fisherman-sandals', 1, 'kids-sandals', [
    fishermen,
    words(
      'Toes covered, so that stones stay outside.',
      'Dita coperte, i sassi restano fuori.',
      'Zehen bedeckt, Steine bleiben draußen.',
    ),
  ]),
]

const careRoot = node('care', 4, undefined, [
  words('Care', 'Cura', 'Pflege'),
  words(
    'Cream, brushes, spray and trees: few things, each for a leather.',
    'Crema, spazzole, spray e forme: poche cose, ognuna per una pelle.',
    'Creme, Bürsten, Spray und Spanner: wenige Dinge, jedes für ein Leder.',
  ),
])

export const categories: readonly Category[] = [...men, ...women, ...kids, careRoot]

const bySlug = new Map(categories.map((category) => [category.slug, category]))

/** The slugs from the root to the node, as they stand in an address. Unknown slugs are a mistake in the data. */
export function categoryPath(slug: string): readonly string[] {
  const category = bySlug.get(slug)
  if (!category) throw new Error(`No category ${slug} in the demo catalogue`)
  return category.parent === undefined ? [slug] : [...categoryPath(category.parent), slug]
}

export const categoryHref = (slug: string): string => `/c/${categoryPath(slug).join('/')}`
