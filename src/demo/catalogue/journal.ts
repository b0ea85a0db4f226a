import type { Article, Author } from './types'

export const authors: readonly Author[] = [
  {
    slug: 'livia-molini',
    name: 'Livia Molini',
    picture: 'calf',
    role: { en: 'Pattern cutter, Trieste', it: 'Modellista, Trieste', de: 'Schnittmacherin, Triest' },
    words: {
      en: 'Livia cuts the derby that her grandfather drew in 1961. She writes when the last pair of the day is off the last.',
      it: 'Livia taglia la derby che suo nonno disegnò nel 1961. Scrive quando l’ultimo paio della giornata è sceso dalla forma.',
      de: 'Livia schneidet den Derby zu, den ihr Großvater 1961 gezeichnet hat. Sie schreibt, wenn das letzte Paar des Tages vom Leisten ist.',
    },
  },
  {
    slug: 'ennio-furlan',
    name: 'Ennio Furlan',
    picture: 'suede',
    role: { en: 'In the shop since 1994', it: 'In negozio dal 1994', de: 'Seit 1994 im Laden' },
    words: {
      en: 'Ennio has measured some sixty thousand feet. He remembers the difficult ones.',
      it: 'Ennio ha misurato circa sessantamila piedi. Si ricorda quelli difficili.',
      de: 'Ennio hat rund sechzigtausend Füße gemessen. Die schwierigen hat er behalten.',
    },
  },
]

export const articles: readonly Article[] = [
  {
    slug: 'measure-in-the-evening',
    author: 'ennio-furlan',
    publishedAt: '2026-11-12',
    picture: 'loafer-oxblood',
    products: ['duino-loafer-oxblood', 'albona-derby-cognac', 'ottavia-loafer-black'],
    title: {
      en: 'Measure in the evening',
      it: 'I piedi si misurano la sera',
      de: 'Füße misst man am Abend',
    },
    lead: {
      en: 'A foot is not the same length at nine in the morning and at six. Five things that I do before I bring anybody a shoe.',
      it: 'Un piede alle nove del mattino non è lungo come alle sei di sera. Cinque cose che faccio prima di portare una scarpa a qualcuno.',
      de: 'Ein Fuß ist um neun Uhr früh nicht so lang wie um sechs. Fünf Dinge, die ich tue, bevor ich jemandem einen Schuh bringe.',
    },
    body: [
      {
        kind: 'p',
        text: {
          en: 'People come in at lunch, in a hurry, and ask for a 42 because they have always had a 42. I ask them to sit down. By the evening a foot has carried its owner for ten hours and is up to half a size longer, and wider still. A shoe that fits at noon can pinch at eight, which is when you wear it to dinner.',
          it: 'La gente entra a mezzogiorno, di fretta, e chiede un 42 perché ha sempre portato il 42. Io dico di sedersi. La sera un piede ha portato il suo padrone per dieci ore ed è più lungo anche di mezzo numero, e ancora più largo. La scarpa che va bene a mezzogiorno può stringere alle otto, quando si va a cena.',
          de: 'Die Leute kommen mittags herein, haben es eilig und wollen eine 42, weil sie immer eine 42 hatten. Ich bitte sie, sich zu setzen. Am Abend hat ein Fuß seinen Besitzer zehn Stunden getragen und ist bis zu einer halben Größe länger, und noch mehr in der Breite. Was mittags sitzt, kann um acht drücken, wenn man damit essen geht.',
        },
      },
      { kind: 'h2', text: { en: 'What I do', it: 'Come faccio', de: 'Was ich mache' } },
      {
        kind: 'ul',
        items: [
          {
            en: 'I measure both feet, standing. Nearly everybody has a longer one, and the longer one decides.',
            it: 'Misuro tutti e due i piedi, in piedi. Quasi tutti ne hanno uno più lungo, ed è quello che decide.',
            de: 'Ich messe beide Füße, im Stehen. Fast jeder hat einen längeren, und der längere entscheidet.',
          },
          {
            en: 'I look for the ball of the foot. If the shoe does not bend where you do, no size will help.',
            it: 'Cerco la pianta del piede. Se la scarpa non si piega dove si piega il piede, non c’è numero che tenga.',
            de: 'Ich suche den Ballen. Knickt der Schuh nicht dort, wo der Fuß knickt, hilft keine Größe.',
          },
          {
            en: 'I ask which socks you wear. A hiking sock is a third of a size.',
            it: 'Chiedo con quali calze si porteranno. Una calza da montagna vale un terzo di numero.',
            de: 'Ich frage nach den Socken. Eine Wandersocke ist eine Drittelgröße.',
          },
          {
            en: 'I leave a thumb’s breadth before the longest toe, ten to twelve millimetres.',
            it: 'Lascio un pollice davanti al dito più lungo, dai dieci ai dodici millimetri.',
            de: 'Vor dem längsten Zeh bleibt eine Daumenbreite, zehn bis zwölf Millimeter.',
          },
          {
            en: 'I send you up the stairs. If the heel lifts on the third step, we try the narrower width.',
            it: 'Faccio salire le scale. Se al terzo gradino il tallone esce, si prova la calzata più stretta.',
            de: 'Ich schicke Sie die Treppe hinauf. Hebt sich auf der dritten Stufe die Ferse, nehmen wir die schmalere Weite.',
          },
        ],
      },
      { kind: 'h2', text: { en: 'At home', it: 'A casa', de: 'Zu Hause' } },
      {
        kind: 'p',
        text: {
          en: 'Print the foot ruler, tape it to the floor against a wall and stand on it after supper. Read the millimetres at the longest toe. That number, not the one on your old shoes, is the one to look for in our size guide.',
          it: 'Stampate il righello, fissatelo per terra contro il muro e saliteci dopo cena. Si leggono i millimetri al dito più lungo. Quel numero, non quello delle scarpe vecchie, è da cercare nella guida alle taglie.',
          de: 'Drucken Sie das Fußlineal, kleben Sie es an der Wand auf den Boden und stellen Sie sich nach dem Abendessen darauf. Am längsten Zeh steht die Zahl in Millimetern. Mit ihr, nicht mit der alten Schuhgröße, geht man in unsere Größentabelle.',
        },
      },
    ],
  },
  {
    slug: 'what-a-new-sole-costs',
    author: 'livia-molini',
    publishedAt: '2026-10-22',
    picture: 'derby-cognac',
    products: ['albona-derby-cognac', 'opera-derby-black', 'duino-loafer-cognac'],
    title: {
      en: 'What happens when we resole a pair',
      it: 'Che cosa succede quando risuoliamo un paio',
      de: 'Was beim Neubesohlen geschieht',
    },
    lead: {
      en: 'A welted shoe is made to be opened again. Here is what we take off, what we keep, and when we say no.',
      it: 'Una scarpa a guardolo nasce per essere riaperta. Che cosa togliamo, che cosa resta, e quando diciamo di no.',
      de: 'Ein rahmengenähter Schuh ist dafür gemacht, wieder geöffnet zu werden. Was abkommt, was bleibt, und wann wir Nein sagen.',
    },
    body: [
      {
        kind: 'p',
        text: {
          en: 'Most pairs come to us a month too late. The sole has a soft round spot under the ball, rain has come in, and the cork below has gone. That can all be mended. What cannot be mended is an upper that has cracked because nobody fed it. So the first thing we look at is the top.',
          it: 'Quasi tutte le paia arrivano un mese troppo tardi. Sotto la pianta c’è una macchia tonda e molle, è entrata l’acqua e il sughero se n’è andato. Tutto questo si ripara. Non si ripara una tomaia spaccata perché nessuno l’ha nutrita. Perciò la prima cosa che guardiamo è sopra.',
          de: 'Die meisten Paare kommen einen Monat zu spät. Unter dem Ballen ist eine weiche runde Stelle, Regen ist eingedrungen, der Kork darunter ist fort. Das lässt sich alles richten. Nicht zu richten ist ein Schaft, der gebrochen ist, weil ihn niemand gepflegt hat. Darum schauen wir zuerst nach oben.',
        },
      },
      {
        kind: 'h2',
        text: {
          en: 'Eleven steps, two days',
          it: 'Undici passaggi, due giorni',
          de: 'Elf Schritte, zwei Tage',
        },
      },
      {
        kind: 'p',
        text: {
          en: 'We cut the old seam and pull the sole off in one piece. The shoe goes back on the last it was made on, which is why we keep every last for twelve years. New cork is laid warm and spread by hand; it takes the shape of your foot again in about a fortnight. Then comes the new sole, stitched through the old holes of the welt. We never make new holes: two rows of them and the welt tears like a stamp.',
          it: 'Si taglia la vecchia cucitura e la suola viene via in un pezzo. La scarpa torna sulla forma su cui è nata: per questo teniamo ogni forma dodici anni. Il sughero nuovo si stende caldo, a mano, e in un paio di settimane riprende l’impronta del piede. Poi la suola nuova, cucita nei buchi vecchi del guardolo. Buchi nuovi non se ne fanno: con due file il guardolo si strappa come un francobollo.',
          de: 'Wir schneiden die alte Naht auf und ziehen die Sohle in einem Stück ab. Der Schuh kommt zurück auf den Leisten, auf dem er entstanden ist, deshalb heben wir jeden Leisten zwölf Jahre auf. Neuer Kork wird warm aufgetragen und von Hand verstrichen; nach etwa zwei Wochen hat er wieder die Form Ihres Fußes. Dann folgt die neue Sohle, genäht durch die alten Löcher des Rahmens. Neue Löcher stechen wir nie: Bei zwei Reihen reißt der Rahmen wie eine Briefmarke.',
        },
      },
      { kind: 'h2', text: { en: 'When we say no', it: 'Quando diciamo di no', de: 'Wann wir Nein sagen' } },
      {
        kind: 'p',
        text: {
          en: 'After the third sole the welt is usually tired, and a new welt costs as much as half a shoe. Then we say so, and you decide. A loafer that is glued and not sewn gets a new heel and a thin rubber sole, which is honest work too. Bring them when the heel is down to its last layer, and we will both be glad.',
          it: 'Dopo la terza suola il guardolo di solito è stanco, e uno nuovo costa quanto mezza scarpa. Allora lo diciamo, e decidete voi. Un mocassino incollato e non cucito prende un tacco nuovo e una suola sottile di gomma: anche questo è un lavoro onesto. Portatele quando il tacco è all’ultimo strato, e saremo contenti tutti.',
          de: 'Nach der dritten Sohle ist der Rahmen meist müde, und ein neuer kostet so viel wie ein halber Schuh. Dann sagen wir es, und Sie entscheiden. Ein Loafer, der geklebt und nicht genäht ist, bekommt einen neuen Absatz und eine dünne Gummisohle, auch das ist ehrliche Arbeit. Bringen Sie das Paar, wenn der Absatz auf der letzten Lage ist, dann freuen sich beide Seiten.',
        },
      },
    ],
  },
  {
    slug: 'suede-and-rain',
    author: 'livia-molini',
    publishedAt: '2026-09-30',
    picture: 'chelsea-tobacco',
    products: ['carso-chelsea-tobacco', 'umago-derby-tobacco', 'rosandra-chelsea-sand'],
    title: { en: 'Suede and rain', it: 'Camoscio e pioggia', de: 'Velours und Regen' },
    lead: {
      en: 'Suede is not afraid of water. It is afraid of radiators. A short defence of the softest leather we use.',
      it: 'Il camoscio non teme l’acqua. Teme i termosifoni. Breve difesa della pelle più morbida che usiamo.',
      de: 'Velours fürchtet kein Wasser. Es fürchtet Heizkörper. Eine kurze Verteidigung unseres weichsten Leders.',
    },
    body: [
      {
        kind: 'p',
        text: {
          en: 'In Trieste the wind brings rain from the side, and half the town wears suede. It is the same hide as smooth calf, turned over and brushed, with thousands of fine fibres standing up. Water beads on them at first. When it soaks in, it does no harm as long as the shoe dries slowly.',
          it: 'A Trieste il vento porta la pioggia di traverso, e mezza città porta il camoscio. È la stessa pelle del vitello liscio, rivoltata e spazzolata, con migliaia di fibre sottili in piedi. L’acqua dapprima scivola. Quando entra non fa danni, purché la scarpa asciughi piano.',
          de: 'In Triest treibt der Wind den Regen von der Seite, und die halbe Stadt trägt Velours. Es ist dieselbe Haut wie glattes Kalbsleder, gewendet und gebürstet, mit Tausenden feiner Fasern, die aufstehen. Zuerst perlt Wasser ab. Zieht es ein, schadet es nicht, solange der Schuh langsam trocknet.',
        },
      },
      {
        kind: 'p',
        text: {
          en: 'So: paper inside, changed once, and a night on the floor away from the heating. In the morning the pile lies flat and looks ruined. Brush it up with a crepe brush, first against the grain and then with it, and it looks as it did. Salt is another matter. Wipe it off the same evening with a damp cloth and a drop of vinegar, because what dries in leaves a rim.',
          it: 'Dunque: carta dentro, cambiata una volta, e una notte per terra lontano dal riscaldamento. Al mattino il pelo è schiacciato e pare rovinato. Si spazzola con la para, prima contropelo e poi nel verso, e torna com’era. Il sale è un’altra cosa. Si toglie la sera stessa con un panno umido e una goccia d’aceto, perché quello che asciuga lascia l’alone.',
          de: 'Also: Papier hinein, einmal gewechselt, und eine Nacht auf dem Boden, fern von der Heizung. Am Morgen liegt der Flor flach und sieht verdorben aus. Mit der Kreppbürste erst gegen den Strich, dann mit ihm, und er ist wie vorher. Mit Salz ist es anders. Wischen Sie es noch am selben Abend mit einem feuchten Tuch und einem Tropfen Essig ab, denn was eintrocknet, hinterlässt einen Rand.',
        },
      },
      { kind: 'h2', text: { en: 'Spray, or not?', it: 'Spray o no?', de: 'Imprägnieren oder nicht?' } },
      {
        kind: 'p',
        text: {
          en: 'Yes, but thinly and before the first walk, from an arm’s length, twice with an hour between. It buys you the minutes that you need to reach a door. After that a good brush does more than any can.',
          it: 'Sì, ma sottile e prima della prima uscita, a un braccio di distanza, due volte a un’ora l’una dall’altra. Regala i minuti che servono per arrivare a un portone. Poi una buona spazzola fa più di qualsiasi bomboletta.',
          de: 'Ja, aber dünn und vor dem ersten Tragen, mit einer Armlänge Abstand, zweimal mit einer Stunde dazwischen. Das verschafft Ihnen die Minuten bis zur nächsten Haustür. Danach leistet eine gute Bürste mehr als jede Dose.',
        },
      },
    ],
  },
]
