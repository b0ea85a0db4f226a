/** A day of the calendar, `2026-12-01`. */
export type Day = string

const msPerDay = 86_400_000
const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / msPerDay
const dayOf = (number: number): Day => new Date(number * msPerDay).toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day => dayOf(numberOf(day) + days)

/** 0 is Sunday. */
export const weekday = (day: Day): number => (((numberOf(day) + 4) % 7) + 7) % 7

const on = (year: number, month: number, date: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

/** Easter Sunday of the western churches. Source: anonymous Gregorian computus (Meeus, Jones, Butcher). */
export function easter(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return on(year, month, (h + l - 7 * m + 33 * month + 19) % 32)
}

/** Easter Sunday of the eastern churches, in our calendar. Source: Meeus, Julian computus. */
export function orthodoxEaster(year: number): Day {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const month = Math.floor((d + e + 114) / 31)
  const julian = on(year, month, ((d + e + 114) % 31) + 1)
  return addDays(julian, Math.floor(year / 100) - Math.floor(year / 400) - 2)
}

type Rule = (year: number) => Day | undefined

const fixed =
  (month: number, date: number): Rule =>
  (year) =>
    on(year, month, date)
const afterEaster =
  (days: number): Rule =>
  (year) =>
    addDays(easter(year), days)
const afterOrthodox =
  (days: number): Rule =>
  (year) =>
    addDays(orthodoxEaster(year), days)
/** The first such weekday from a date on. */
const from =
  (month: number, date: number, wanted: number): Rule =>
  (year) => {
    const first = on(year, month, date)
    return addDays(first, (wanted - weekday(first) + 7) % 7)
  }
/** On a Saturday or Sunday it is the Monday after. */
const orMonday =
  (month: number, date: number): Rule =>
  (year) => {
    const day = on(year, month, date)
    return addDays(day, { 0: 1, 6: 2 }[weekday(day)] ?? 0)
  }
/** On a Saturday it is the Friday before, on a Sunday the Monday after. */
const orNearest =
  (month: number, date: number): Rule =>
  (year) => {
    const day = on(year, month, date)
    return addDays(day, { 0: 1, 6: -1 }[weekday(day)] ?? 0)
  }

const newYear = fixed(1, 1)
const epiphany = fixed(1, 6)
const labour = fixed(5, 1)
const assumption = fixed(8, 15)
const allSaints = fixed(11, 1)
const immaculate = fixed(12, 8)
const [eve, christmas, stStephen] = [fixed(12, 24), fixed(12, 25), fixed(12, 26)]
const [thursday, goodFriday, easterMonday] = [afterEaster(-3), afterEaster(-2), afterEaster(1)]
const [ascension, whitMonday, corpusChristi] = [afterEaster(39), afterEaster(50), afterEaster(60)]
const [cleanMonday, holyFriday, brightMonday, holySpirit] = [-48, -2, 1, 50].map(afterOrthodox) as [
  Rule,
  Rule,
  Rule,
  Rule,
]
const common = [newYear, labour, christmas]
const boxing = (year: number): Day => {
  const day = on(year, 12, 26)
  return addDays(day, { 0: 2, 1: 1, 6: 2 }[weekday(day)] ?? 0)
}

/**
 * Days on which a whole country rests; what only a region keeps is left out. Source: the countries' laws on public
 * holidays, as of November 2026.
 */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  AT: [
    ...common,
    epiphany,
    easterMonday,
    ascension,
    whitMonday,
    corpusChristi,
    assumption,
    fixed(10, 26),
    allSaints,
    immaculate,
    stStephen,
  ],
  BE: [...common, easterMonday, ascension, whitMonday, fixed(7, 21), assumption, allSaints, fixed(11, 11)],
  BG: [
    newYear,
    orMonday(3, 3),
    holyFriday,
    brightMonday,
    orMonday(5, 1),
    orMonday(5, 6),
    orMonday(5, 24),
    orMonday(9, 6),
    orMonday(9, 22),
    eve,
    christmas,
    stStephen,
  ],
  CY: [
    ...common,
    epiphany,
    cleanMonday,
    fixed(3, 25),
    fixed(4, 1),
    holyFriday,
    brightMonday,
    holySpirit,
    assumption,
    fixed(10, 1),
    fixed(10, 28),
    stStephen,
  ],
  CZ: [
    ...common,
    goodFriday,
    easterMonday,
    fixed(5, 8),
    fixed(7, 5),
    fixed(7, 6),
    fixed(9, 28),
    fixed(10, 28),
    fixed(11, 17),
    eve,
    stStephen,
  ],
  DE: [...common, goodFriday, easterMonday, ascension, whitMonday, fixed(10, 3), stStephen],
  DK: [newYear, thursday, goodFriday, easterMonday, ascension, whitMonday, christmas, stStephen],
  EE: [...common, fixed(2, 24), goodFriday, fixed(6, 23), fixed(6, 24), fixed(8, 20), eve, stStephen],
  ES: [...common, epiphany, goodFriday, assumption, fixed(10, 12), allSaints, fixed(12, 6), immaculate],
  FI: [
    ...common,
    epiphany,
    goodFriday,
    easterMonday,
    ascension,
    from(6, 19, 5),
    fixed(12, 6),
    eve,
    stStephen,
  ],
  FR: [
    ...common,
    easterMonday,
    fixed(5, 8),
    ascension,
    whitMonday,
    fixed(7, 14),
    assumption,
    allSaints,
    fixed(11, 11),
  ],
  GB: [
    orMonday(1, 1),
    goodFriday,
    easterMonday,
    from(5, 1, 1),
    from(5, 25, 1),
    from(8, 25, 1),
    orMonday(12, 25),
    boxing,
  ],
  GR: [
    ...common,
    epiphany,
    cleanMonday,
    fixed(3, 25),
    holyFriday,
    brightMonday,
    holySpirit,
    assumption,
    fixed(10, 28),
    stStephen,
  ],
  HR: [
    ...common,
    epiphany,
    easterMonday,
    fixed(5, 30),
    corpusChristi,
    fixed(6, 22),
    fixed(8, 5),
    assumption,
    allSaints,
    fixed(11, 18),
    stStephen,
  ],
  HU: [
    ...common,
    fixed(3, 15),
    goodFriday,
    easterMonday,
    whitMonday,
    fixed(8, 20),
    fixed(10, 23),
    allSaints,
    eve,
    stStephen,
  ],
  IE: [
    newYear,
    from(2, 1, 1),
    fixed(3, 17),
    easterMonday,
    from(5, 1, 1),
    from(6, 1, 1),
    from(8, 1, 1),
    from(10, 25, 1),
    christmas,
    stStephen,
  ],
  IT: [
    ...common,
    epiphany,
    easterMonday,
    fixed(4, 25),
    fixed(6, 2),
    assumption,
    fixed(10, 4),
    allSaints,
    immaculate,
    stStephen,
  ],
  LT: [
    ...common,
    fixed(2, 16),
    fixed(3, 11),
    easterMonday,
    fixed(6, 24),
    fixed(7, 6),
    assumption,
    allSaints,
    fixed(11, 2),
    eve,
    stStephen,
  ],
  LU: [
    ...common,
    easterMonday,
    fixed(5, 9),
    ascension,
    whitMonday,
    fixed(6, 23),
    assumption,
    allSaints,
    stStephen,
  ],
  LV: [
    ...common,
    goodFriday,
    easterMonday,
    fixed(5, 4),
    fixed(6, 23),
    fixed(6, 24),
    fixed(11, 18),
    eve,
    stStephen,
    fixed(12, 31),
  ],
  MT: [
    ...common,
    fixed(2, 10),
    fixed(3, 19),
    fixed(3, 31),
    goodFriday,
    fixed(6, 7),
    fixed(6, 29),
    assumption,
    fixed(9, 8),
    fixed(9, 21),
    immaculate,
    fixed(12, 13),
  ],
  NL: [newYear, easterMonday, fixed(4, 27), ascension, whitMonday, christmas, stStephen],
  PL: [
    ...common,
    epiphany,
    easterMonday,
    fixed(5, 3),
    corpusChristi,
    assumption,
    allSaints,
    fixed(11, 11),
    eve,
    stStephen,
  ],
  PT: [
    ...common,
    goodFriday,
    fixed(4, 25),
    corpusChristi,
    fixed(6, 10),
    assumption,
    fixed(10, 5),
    allSaints,
    fixed(12, 1),
    immaculate,
  ],
  RO: [
    ...common,
    fixed(1, 2),
    epiphany,
    fixed(1, 7),
    fixed(1, 24),
    holyFriday,
    brightMonday,
    holySpirit,
    fixed(6, 1),
    assumption,
    fixed(11, 30),
    fixed(12, 1),
    stStephen,
  ],
  SE: [
    ...common,
    epiphany,
    goodFriday,
    easterMonday,
    ascension,
    fixed(6, 6),
    from(6, 19, 5),
    eve,
    stStephen,
    fixed(12, 31),
  ],
  SI: [
    ...common,
    fixed(1, 2),
    fixed(2, 8),
    easterMonday,
    fixed(4, 27),
    fixed(5, 2),
    fixed(6, 25),
    assumption,
    fixed(10, 31),
    allSaints,
    stStephen,
  ],
  SK: [
    ...common,
    epiphany,
    goodFriday,
    easterMonday,
    fixed(5, 8),
    fixed(7, 5),
    fixed(8, 29),
    fixed(9, 15),
    allSaints,
    eve,
    stStephen,
  ],
  US: [
    orNearest(1, 1),
    from(1, 15, 1),
    from(2, 15, 1),
    from(5, 25, 1),
    orNearest(6, 19),
    orNearest(7, 4),
    from(9, 1, 1),
    from(10, 8, 1),
    orNearest(11, 11),
    from(11, 22, 4),
    orNearest(12, 25),
  ],
}

const known = new Map<string, ReadonlySet<Day>>()

/** The public holidays of a country in a year; none for a country we know nothing of. */
export function holidays(country: string, year: number): ReadonlySet<Day> {
  const key = `${country} ${year}`
  const found = known.get(key)
  if (found) return found
  // New Year's Day of the year after may be kept on the last day of this one.
  const days = [year, year + 1].flatMap((one) => (rules[country] ?? []).flatMap((rule) => rule(one) ?? []))
  const made = new Set(days.filter((day) => day.startsWith(`${year}-`)))
  known.set(key, made)
  return made
}

/** Monday to Friday, but for public holidays. */
export const isWorkingDay = (country: string, day: Day): boolean =>
  ![0, 6].includes(weekday(day)) && !holidays(country, Number(day.slice(0, 4))).has(day)

/** The first working day from `day` on, that day included. */
export function workingDayFrom(country: string, day: Day): Day {
  let at = day
  while (!isWorkingDay(country, at)) at = addDays(at, 1)
  return at
}

/** The day that is so many working days later; with 0 the first working day from `day` on. */
export function addWorkingDays(country: string, day: Day, days: number): Day {
  let at = workingDayFrom(country, day)
  for (let count = 0; count < days; count += 1) at = workingDayFrom(country, addDays(at, 1))
  return at
}
