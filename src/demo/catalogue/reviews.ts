import type { Locale } from '#domain/markets'
import type { Fit } from '#domain/review'

/** What people might say of the demo shoes: good and bad. Nobody bought these, and nobody is told so. */
export interface DemoReview {
  readonly locale: Locale
  readonly name: string
  readonly rating: number
  readonly daysAgo: number
  readonly title?: string
  readonly text?: string
  readonly fit?: Fit
  readonly footMm?: number
  readonly answer?: string
}

type Said = readonly [
  locale: Locale,
  name: string,
  rating: number,
  fit: Fit | undefined,
  title?: string,
  text?: string,
  more?: { footMm?: number; answer?: string },
]

const spread = (list: readonly Said[]): DemoReview[] =>
  list.map(([locale, name, rating, fit, title, text, more], index) => ({
    ...{ locale, name, rating, daysAgo: 6 + index * 11 },
    ...(fit && { fit }),
    ...(title && { title }),
    ...(text && { text }),
    ...more,
  }))

/** By the slug of a style. */
export const demoReviews: Readonly<Record<string, readonly DemoReview[]>> = {
  albona: spread([
    [
      'en',
      'Thomas K.',
      5,
      'true',
      'Worn every working day since spring',
      'Stiff for the first week, then they took the shape of my foot. The welt still looks new after four months of cobbles.',
      { footMm: 272 },
    ],
    [
      'it',
      'Marco B.',
      5,
      'true',
      'Comode dopo pochi giorni',
      'Pelle bella, cuciture precise. I primi tre giorni stringevano sul collo del piede, poi più.',
    ],
    [
      'de',
      'Jens W.',
      4,
      'small',
      'Eine halbe Nummer größer nehmen',
      'Der Schuh ist sehr gut gemacht, fällt bei mir aber knapp aus. Mit einer halben Nummer mehr passt er auch mit Wollsocken.',
      { footMm: 268 },
    ],
    [
      'en',
      'Priya S.',
      5,
      'true',
      undefined,
      'Bought for my husband, who normally complains about every shoe. Silence so far.',
    ],
    [
      'de',
      'Lena H.',
      3,
      'small',
      'Schön, aber schmal',
      'Leder und Farbe sind wie auf den Bildern. Für meinen breiten Fuß ist der Leisten leider zu schmal.',
      {
        answer:
          'Danke für den Hinweis. Es gibt dieses Modell auch in weit; wir haben es auf der Seite deutlicher gemacht.',
      },
    ],
    [
      'it',
      'Giorgio P.',
      4,
      'true',
      'Solida',
      'Suola in cuoio un po’ scivolosa sul bagnato: ho fatto mettere mezza suola in gomma e ora è perfetta.',
    ],
    ['en', 'Henrik L.', 5, 'true'],
    ['it', 'Paolo M.', 5, 'true'],
    ['de', 'Tobias R.', 4, 'true'],
    ['en', 'Owen D.', 5, 'small'],
    ['de', 'Karin F.', 5, 'true'],
  ]),
  carso: spread([
    [
      'en',
      'Claire D.',
      5,
      'true',
      'The crepe sole is a joy',
      'Quiet on wooden floors and warm in the cold. It picks up some dust at the edge, which a brush takes off.',
    ],
    [
      'de',
      'Anna G.',
      4,
      'large',
      'Fällt etwas groß aus',
      'Ich trage sonst 39 und habe sie in 38.5 behalten. Das Veloursleder ist weich und dicht.',
      { footMm: 244 },
    ],
    [
      'it',
      'Silvia R.',
      5,
      'true',
      'Li metto con tutto',
      'Scamosciato spesso, elastici che tengono. Con lo spray impermeabile hanno superato un inverno a Trieste.',
    ],
    [
      'en',
      'Pieter V.',
      2,
      'large',
      'Too wide at the heel for me',
      'A handsome boot, but my heel lifts with every step. Sent back without trouble.',
      {
        answer:
          'We are sorry they did not hold your heel. A half size less or a thin insole often helps with this last; your money is on its way.',
      },
    ],
    ['de', 'Markus B.', 5, 'true'],
    ['it', 'Elena T.', 4, 'true'],
    ['en', 'Rosa M.', 5, 'large'],
    ['de', 'Ute K.', 4, 'true'],
    ['it', 'Davide C.', 5, 'true'],
    ['en', 'Sam W.', 5, 'true'],
  ]),
  corsa: spread([
    [
      'en',
      'Oliver H.',
      5,
      'true',
      'Light and honest',
      'About 300 km in. The foam is still alive, the mesh has no holes. I run them in my usual size.',
      { footMm: 281 },
    ],
    [
      'it',
      'Teresa R.',
      4,
      'small',
      'Belle, ma un numero in più',
      'Per correre ho preso un numero in più del solito. Asciugano in fretta e pesano poco.',
    ],
    [
      'de',
      'Nils S.',
      5,
      'true',
      'Guter Alltagsläufer',
      'Kein Wettkampfschuh, aber für die Runde am Abend genau richtig. Das Fersenfutter scheuert nicht.',
    ],
    [
      'en',
      'Maya T.',
      3,
      'small',
      'Toe box is short',
      'Comfortable upper and a nice colour. My second toe touches the front on the way downhill, so I would size up.',
    ],
    [
      'de',
      'Frieda L.',
      4,
      'true',
      undefined,
      'Die Farbe ist etwas kräftiger als auf meinem Bildschirm, gefällt mir aber.',
    ],
    ['it', 'Luca F.', 5, 'true'],
    ['en', 'Jo B.', 4, 'small'],
    ['de', 'Henning P.', 5, 'true'],
    ['en', 'Ines A.', 5, 'true'],
    ['it', 'Sara G.', 4, 'small'],
    ['de', 'Maja O.', 5, 'true'],
    ['en', 'Callum R.', 4, 'true'],
  ]),
  piazza: spread([
    [
      'it',
      'Giulia F.',
      5,
      'true',
      'La sneaker che cercavo',
      'Pulita, senza scritte. La pelle è morbida dal primo giorno e la suola si lava con un panno.',
    ],
    [
      'de',
      'Jonas W.',
      4,
      'large',
      'Lieber eine halbe Nummer kleiner',
      'Bequem und schlicht. Bei mir etwas länger als erwartet, mit Einlage passt es gut.',
      { footMm: 275 },
    ],
    [
      'en',
      'Hannah P.',
      5,
      'true',
      'Still white',
      'Three months, two trains a day, and a damp cloth is all they have seen.',
    ],
    [
      'en',
      'Diego N.',
      3,
      'true',
      'Laces are too long',
      'Good shoe, silly laces. I cut mine. Everything else is fine.',
    ],
    ['it', 'Anna V.', 5, 'true'],
    ['de', 'Sven M.', 5, 'true'],
    ['en', 'Lotte J.', 4, 'large'],
    ['it', 'Fabio D.', 4, 'true'],
  ]),
  nives: spread([
    [
      'it',
      'Chiara L.',
      5,
      'true',
      'Leggere e precise',
      'Le ho messe a un matrimonio per dieci ore. Nessuna vescica.',
    ],
    [
      'de',
      'Birgit A.',
      4,
      'small',
      'Eng am Ballen',
      'Nach zwei Abenden mit dicken Socken zu Hause sitzen sie jetzt gut. Die Schleife ist fest angenäht.',
    ],
    [
      'en',
      'Sofia A.',
      4,
      'true',
      'Thin sole, as it should be',
      'You feel the pavement, so not for long walks. For a day at a desk they are lovely.',
    ],
    ['en', 'Grace E.', 5, 'true'],
    ['it', 'Irene M.', 3, 'small'],
  ]),
  sebenico: spread([
    [
      'de',
      'Matthias V.',
      5,
      'true',
      'Zweites Paar',
      'Das erste Paar habe ich nach drei Jahren neu besohlen lassen, das zweite ist für gute Tage.',
    ],
    [
      'en',
      'Isla M.',
      5,
      'true',
      'Survived an Edinburgh November',
      'Wax twice, wear daily. Water stays out, the elastic has not loosened.',
    ],
    [
      'it',
      'Roberto Z.',
      4,
      'true',
      undefined,
      'Un po’ rigidi all’inizio. Il cuoio è di quelli che migliorano.',
    ],
  ]),
  cima: spread([
    [
      'en',
      'Magnus T.',
      5,
      'true',
      'Dry after six hours of wet grass',
      'Grip on wet limestone is good, on ice nothing helps. I take my street size with thick socks.',
      { footMm: 285 },
    ],
    [
      'de',
      'Veronika S.',
      4,
      'true',
      'Fest, nicht schwer',
      'Knöchel sitzt, Zehen haben Platz bergab. Die Zunge könnte dicker sein.',
    ],
    [
      'it',
      'Stefano C.',
      5,
      'true',
      'Per le Dolomiti vanno bene',
      'Due settimane di rifugi senza un problema. Le ho ingrassate una volta.',
    ],
    ['de', 'Klaus D.', 4, 'large'],
    ['en', 'Ana P.', 5, 'true'],
  ]),
  duino: spread([
    [
      'it',
      'Francesca N.',
      5,
      'true',
      'Il mocassino di una volta',
      'Costruzione come quelli di mio padre. Calzano stretti all’inizio, ed è giusto così.',
    ],
    [
      'en',
      'Adrian C.',
      4,
      'small',
      'Snug across the top',
      'Lovely leather. High insteps should try half a size more.',
    ],
    ['de', 'Philipp N.', 5, 'true'],
  ]),
  ormos: spread([
    [
      'en',
      'Eleni K.',
      5,
      'true',
      'Two summers and counting',
      'The footbed has darkened and fits like a glove now. Buckles are solid.',
    ],
    [
      'de',
      'Dagmar W.',
      4,
      'large',
      undefined,
      'Bequem, aber der Riemen brauchte bei mir ein Loch mehr. Der Laden um die Ecke hat es gestanzt.',
    ],
    ['it', 'Michela S.', 5, 'true'],
  ]),
  molo: spread([
    ['de', 'Sabine E.', 5, 'true', 'Sehr weich', 'Vom Karton weg ohne Blasen getragen. Die Sohle ist leise.'],
    ['en', 'Noor H.', 4, 'true'],
  ]),
}
