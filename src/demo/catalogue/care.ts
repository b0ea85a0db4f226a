import type { Words } from './types'

/** What to do with each material; styles of one material share the advice, as the care page does. */
export const care = {
  calf: {
    en: 'Wipe with a dry cloth after wearing and put in cedar trees. Cream in the leather’s colour every ten wearings, a little wax on toe and heel, then brush. Let wet shoes dry on their side, away from heaters.',
    it: 'Dopo l’uso passare un panno asciutto e mettere le forme in cedro. Ogni dieci volte crema nel colore della pelle, poca cera su punta e tallone, poi spazzola. Se si bagnano, asciugarle sul fianco, lontano dai termosifoni.',
    de: 'Nach dem Tragen trocken abwischen und Zedernspanner einsetzen. Nach etwa zehnmal Tragen Creme in der Farbe des Leders, an Spitze und Ferse etwas Wachs, dann bürsten. Nasse Schuhe seitlich liegend trocknen, nicht an der Heizung.',
  },
  grain: {
    en: 'Brush the grit out of the grain, then work in a neutral cream with a cloth. Grease only before a wet week: it darkens the leather and dulls the shine.',
    it: 'Spazzolare via la polvere dalla grana e stendere una crema neutra con un panno. Il grasso solo prima di una settimana di pioggia: scurisce la pelle e toglie lucido.',
    de: 'Den Staub aus der Narbung bürsten, dann farblose Creme mit einem Tuch einarbeiten. Fett nur vor einer nassen Woche: Es dunkelt das Leder nach und nimmt den Glanz.',
  },
  suede: {
    en: 'Let mud dry, then brush it out with brass or crepe, always the same way. A rubber takes off shiny spots. Spray against water before the first wearing and twice each season.',
    it: 'Lasciare asciugare il fango, poi spazzolare con ottone o para, sempre nello stesso verso. La gomma toglie le zone lucide. Impermeabilizzare con lo spray prima del primo uso e due volte a stagione.',
    de: 'Schlamm trocknen lassen, dann mit Messing- oder Kreppbürste in eine Richtung ausbürsten. Speckige Stellen nimmt der Radiergummi. Vor dem ersten Tragen und zweimal je Saison imprägnieren.',
  },
  smoothAndSuede: {
    en: 'Smooth colours: wipe, cream now and then, brush. Suede and nubuck: never cream, only a soft brush and a water-repellent spray. Shoe trees for all of them, and a day of rest between two wearings.',
    it: 'Colori lisci: panno, crema ogni tanto, spazzola. Camoscio e nabuk: mai crema, solo spazzola morbida e spray impermeabilizzante. Per tutti le forme in legno e un giorno di riposo tra un uso e l’altro.',
    de: 'Glatte Farben: abwischen, ab und zu Creme, bürsten. Velours und Nubuk: nie Creme, nur weiche Bürste und Imprägnierspray. Für alle gilt: Schuhspanner und ein Tag Pause zwischen zweimal Tragen.',
  },
  nubuck: {
    en: 'Soft brush only; brass would scratch the fine nap. Spray against water from 30 cm, two thin coats. Oil stains: chalk overnight, then brush.',
    it: 'Solo spazzola morbida: l’ottone graffia il pelo fine. Spray impermeabilizzante da 30 cm, due mani leggere. Macchie d’olio: gesso in polvere per una notte, poi spazzolare.',
    de: 'Nur weiche Bürste, Messing zerkratzt den feinen Flor. Imprägnierspray aus 30 cm, zwei dünne Schichten. Ölflecken über Nacht mit Kreidepulver bedecken, dann ausbürsten.',
  },
  patent: {
    en: 'A damp cloth, then a dry one. No cream, no wax; once a month a drop of patent cleaner keeps the lacquer supple. Store apart from coloured leather, which stains it for good.',
    it: 'Panno umido, poi panno asciutto. Né crema né cera; una volta al mese una goccia di detergente per vernice la mantiene elastica. Riporle lontano da pelli colorate, che la macchiano per sempre.',
    de: 'Feuchtes Tuch, dann trockenes. Keine Creme, kein Wachs; einmal im Monat hält ein Tropfen Lackpflege die Schicht geschmeidig. Nicht neben farbigem Leder lagern, es färbt bleibend ab.',
  },
  canvas: {
    en: 'Loosen the laces, brush dry, then sponge with cool water and hard soap. Not in the machine: the glue of the sole does not like it. Dry in the shade, stuffed with white paper.',
    it: 'Sfilare i lacci, spazzolare a secco, poi spugna con acqua fresca e sapone di Marsiglia. Niente lavatrice: la colla della suola ne soffre. Asciugare all’ombra con carta bianca dentro.',
    de: 'Schnürsenkel heraus, trocken bürsten, dann mit kaltem Wasser und Kernseife abtupfen. Nicht in die Maschine, das verträgt der Kleber der Sohle nicht. Im Schatten trocknen, mit weißem Papier gefüllt.',
  },
  mesh: {
    en: 'Rinse off mud with lukewarm water and a soft brush. Insole out, newspaper in, change it after an hour. No washing machine, no dryer, no radiator: foam shrinks above 40 °C.',
    it: 'Togliere il fango con acqua tiepida e spazzola morbida. Fuori la soletta, dentro carta di giornale, da cambiare dopo un’ora. Mai lavatrice, asciugatrice o termosifone: oltre i 40 °C la schiuma si ritira.',
    de: 'Schlamm mit lauwarmem Wasser und weicher Bürste abspülen. Innensohle heraus, Zeitungspapier hinein, nach einer Stunde wechseln. Keine Waschmaschine, kein Trockner, keine Heizung: Über 40 °C schrumpft der Schaum.',
  },
  boot: {
    en: 'Wash off mud with cold water and a brush, also under the tongue. Dry with the insole out. Wax the leather when drops no longer run off; leave the seams until last and rub them in with a finger.',
    it: 'Lavare il fango con acqua fredda e spazzola, anche sotto la linguetta. Asciugare senza soletta. Cera sulla pelle quando le gocce non scorrono più; per ultime le cuciture, col dito.',
    de: 'Schlamm mit kaltem Wasser und Bürste abwaschen, auch unter der Zunge. Ohne Innensohle trocknen. Das Leder wachsen, sobald Tropfen nicht mehr abperlen; die Nähte zuletzt, mit dem Finger.',
  },
  cork: {
    en: 'Wipe the footbed with a damp cloth and let it air for a night. Brush cork sealer on the bare edge once a summer. Never leave the pair in a hot car: the cork warps.',
    it: 'Passare un panno umido sul plantare e lasciare all’aria una notte. Una volta per estate sigillante sul bordo di sughero. Mai in macchina al sole: il sughero si deforma.',
    de: 'Das Fußbett feucht abwischen und eine Nacht lüften. Einmal im Sommer Korkversiegelung auf die offene Kante. Nie im heißen Auto lassen, der Kork verzieht sich.',
  },
  straps: {
    en: 'Rinse salt off with fresh water the same evening and dry in the shade. A thin coat of colourless cream on straps and edges before you put them away for the winter.',
    it: 'La sera stessa togliere il sale con acqua dolce e asciugare all’ombra. Un velo di crema incolore su fasce e bordi prima di riporle per l’inverno.',
    de: 'Salz noch am selben Abend mit Süßwasser abspülen, im Schatten trocknen. Vor dem Winter Riemen und Kanten dünn mit farbloser Creme pflegen.',
  },
  flats: {
    en: 'Rest them a day between wearings; thin leather dries slowly. Wipe smooth leather, brush suede, and have the sole rubbered by a cobbler before it wears through at the ball.',
    it: 'Un giorno di riposo tra un uso e l’altro: la pelle sottile asciuga piano. Panno sul liscio, spazzola sul camoscio, e dal calzolaio una mezza suola in gomma prima che si consumi in pianta.',
    de: 'Zwischen dem Tragen einen Tag ruhen lassen, dünnes Leder trocknet langsam. Glattes abwischen, Velours bürsten und beim Schuster eine Gummisohle aufsetzen lassen, bevor der Ballen durch ist.',
  },
} as const satisfies Record<string, Words>
