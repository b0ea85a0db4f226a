/** The runs that models are made in; the values are those of `size-scales.ts`. */

export const menHalves = [
  '39',
  '39.5',
  '40',
  '40.5',
  '41',
  '42',
  '42.5',
  '43',
  '44',
  '44.5',
  '45',
  '46',
  '46.5',
  '47',
] as const

export const menTall = ['40', '40.5', '41', '42', '42.5', '43', '44', '44.5', '45', '46', '47', '48'] as const

export const menWhole = ['39', '40', '41', '42', '43', '44', '45', '46', '47'] as const

export const womenHalves = [
  '35',
  '35.5',
  '36',
  '37',
  '37.5',
  '38',
  '39',
  '39.5',
  '40',
  '40.5',
  '41',
  '42',
] as const

export const womenWhole = ['35', '36', '37', '38', '39', '40', '41', '42'] as const

export const unisexHalves = [
  '36',
  '37',
  '37.5',
  '38',
  '39',
  '39.5',
  '40',
  '40.5',
  '41',
  '42',
  '42.5',
  '43',
  '44',
  '44.5',
  '45',
  '46',
] as const

export const unisexWhole = ['36', '37', '38', '39', '40', '41', '42', '43', '44', '45', '46'] as const

export const unisexThirds = [
  '36',
  '36-2-3',
  '37-1-3',
  '38',
  '38-2-3',
  '39-1-3',
  '40',
  '40-2-3',
  '41-1-3',
  '42',
  '42-2-3',
  '43-1-3',
  '44',
  '44-2-3',
  '45-1-3',
  '46',
  '46-2-3',
] as const

export const menThirds = [
  '40',
  '40-2-3',
  '41-1-3',
  '42',
  '42-2-3',
  '43-1-3',
  '44',
  '44-2-3',
  '45-1-3',
  '46',
  '46-2-3',
  '47-1-3',
] as const

export const kidsSmall = ['24', '25', '26', '27', '28', '29', '30', '31', '32'] as const

export const kidsMiddle = ['27', '28', '29', '30', '31', '32', '33', '34', '35'] as const

export const kidsTall = ['28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38'] as const
