/**
 * West, south, east and north of a country in degrees, its islands included, a little generous: a search is kept to it before
 * what comes back is told by its country. Territories overseas that the post counts as countries of their own are left out.
 */
const boxes: Readonly<Record<string, readonly [number, number, number, number]>> = {
  AT: [9.5, 46.3, 17.2, 49.1],
  BE: [2.5, 49.4, 6.5, 51.6],
  BG: [22.3, 41.2, 28.7, 44.3],
  CH: [5.9, 45.8, 10.5, 47.9],
  CY: [32.2, 34.5, 34.7, 35.8],
  CZ: [12, 48.5, 18.9, 51.1],
  DE: [5.8, 47.2, 15.1, 55.1],
  DK: [8, 54.5, 15.3, 57.8],
  EE: [21.7, 57.5, 28.3, 59.8],
  ES: [-18.3, 27.6, 4.4, 43.9],
  FI: [19, 59.6, 31.6, 70.2],
  FR: [-5.3, 41.3, 9.7, 51.2],
  GB: [-8.7, 49.1, 1.9, 61],
  GR: [19.3, 34.7, 29.7, 41.8],
  HR: [13.4, 42.3, 19.5, 46.6],
  HU: [16.1, 45.7, 22.9, 48.6],
  IE: [-10.7, 51.3, -5.9, 55.5],
  IT: [6.6, 35.4, 18.6, 47.1],
  LT: [20.9, 53.8, 26.9, 56.5],
  LU: [5.7, 49.4, 6.6, 50.2],
  LV: [20.9, 55.6, 28.3, 58.1],
  MT: [14.1, 35.7, 14.6, 36.1],
  NL: [3.3, 50.7, 7.3, 53.7],
  PL: [14.1, 48.9, 24.2, 54.9],
  PT: [-31.4, 30, -6.1, 42.2],
  RO: [20.2, 43.6, 29.8, 48.3],
  SE: [10.9, 55.3, 24.2, 69.1],
  SI: [13.3, 45.4, 16.7, 46.9],
  SK: [16.8, 47.7, 22.6, 49.7],
  US: [-179.2, 17.8, -65.2, 71.5],
}

/** Undefined for a country that no market delivers to. */
export const boxOf = (country: string): readonly [number, number, number, number] | undefined =>
  Object.hasOwn(boxes, country) ? boxes[country] : undefined
