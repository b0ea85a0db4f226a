/** What shoppers call a thing beside what the demo shop calls it: each list means one thing, in any language. */
export const synonyms: readonly (readonly string[])[] = [
  ['sneaker', 'trainers', 'tennis shoes', 'gym shoes', 'scarpe da ginnastica', 'Turnschuhe'],
  ['running', 'jogging', 'joggers', 'scarpe da corsa', 'Laufschuhe'],
  ['ballerinas', 'flats', 'pumps', 'ballet flats', 'ballerine'],
  ['loafer', 'slip-ons', 'moccasins', 'mocassini', 'Mokassins', 'Slipper'],
  ['derby', 'lace-ups', 'lace-up shoes', 'stringate', 'Schnürschuhe', 'Schnürer'],
  ['brogue', 'wing tips', 'wingtips', 'Budapester'],
  ['boots', 'ankle boots', 'booties', 'tronchetti', 'Stiefeletten'],
  ['hiking', 'walking boots', 'trekking', 'mountain boots', 'scarponcini', 'Wanderstiefel'],
  ['footbed', 'slides', 'sliders', 'mules', 'flip flops', 'ciabatte', 'Pantoletten'],
  ['canvas', 'espadrilles', 'plimsolls', 'tela', 'Leinen'],
  ['impermeabile', 'waterproof', 'rainproof', 'wasserdicht', 'wasserfest'],
]
