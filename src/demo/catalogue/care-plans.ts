import { care } from './care'
import type { DemoCarePlan, Words } from './types'

const sentences = (text: string): string[] => text.split(/(?<=\.) /)

/** The advice, sentence by sentence. Every language says it in as many. */
export function stepsOf(advice: Words): Words[] {
  const [it, de] = [sentences(advice.it), sentences(advice.de)]
  return sentences(advice.en).map((en, at) => ({ en, it: it[at] ?? '', de: de[at] ?? '' }))
}

/** What holds for every shoe of a surface; what is special about a style stays with the style. */
export const carePlans: readonly DemoCarePlan[] = [
  {
    title: {
      en: 'Caring for smooth leather',
      it: 'La cura della pelle liscia',
      de: 'So pflegen Sie Glattleder',
    },
    surfaces: ['smooth'],
    materials: ['leather'],
    steps: stepsOf(care.calf),
    goods: ['balsamo', 'setola', 'custode'],
  },
  {
    title: {
      en: 'Caring for grained leather',
      it: 'La cura della pelle a grana',
      de: 'So pflegen Sie genarbtes Leder',
    },
    surfaces: ['grain'],
    materials: [],
    steps: stepsOf(care.grain),
    goods: ['balsamo', 'setola', 'custode'],
  },
  {
    title: { en: 'Caring for suede', it: 'La cura del camoscio', de: 'So pflegen Sie Velours' },
    surfaces: ['suede'],
    materials: [],
    steps: stepsOf(care.suede),
    goods: ['ravviva', 'riparo', 'custode'],
  },
  {
    title: { en: 'Caring for nubuck', it: 'La cura del nabuk', de: 'So pflegen Sie Nubuk' },
    surfaces: ['nubuck'],
    materials: [],
    steps: stepsOf(care.nubuck),
    goods: ['riparo', 'ravviva', 'custode'],
  },
  {
    title: { en: 'Caring for patent leather', it: 'La cura della vernice', de: 'So pflegen Sie Lackleder' },
    surfaces: ['patent'],
    materials: ['coated-leather'],
    steps: stepsOf(care.patent),
    goods: ['custode'],
  },
  {
    title: { en: 'Caring for canvas', it: 'La cura della tela', de: 'So pflegen Sie Leinen' },
    surfaces: ['canvas'],
    materials: ['textile'],
    steps: stepsOf(care.canvas),
    goods: ['schiuma', 'riparo'],
  },
  {
    title: {
      en: 'Caring for mesh and knit',
      it: 'La cura di rete e maglia',
      de: 'So pflegen Sie Mesh und Strick',
    },
    surfaces: ['mesh'],
    materials: ['other'],
    steps: stepsOf(care.mesh),
    goods: ['schiuma', 'riparo'],
  },
]

/** What a plan says already, a style need not say again. */
export const saidByPlans: ReadonlySet<Words> = new Set<Words>([
  care.calf,
  care.grain,
  care.suede,
  care.nubuck,
  care.patent,
  care.canvas,
  care.mesh,
  care.smoothAndSuede,
])
