import type { ToeShape, Words } from './types'

export const toeShapes: Readonly<Record<ToeShape, Words>> = {
  round: { en: 'Round', it: 'Tonda', de: 'Rund' },
  almond: { en: 'Almond', it: 'A mandorla', de: 'Mandelförmig' },
  square: { en: 'Square', it: 'Quadrata', de: 'Eckig' },
  pointed: { en: 'Pointed', it: 'A punta', de: 'Spitz' },
  open: { en: 'Open', it: 'Aperta', de: 'Offen' },
}
