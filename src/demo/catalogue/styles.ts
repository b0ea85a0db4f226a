import { ballerinas } from './styles/ballerinas'
import { chelseaBoots } from './styles/chelsea-boots'
import { derbies } from './styles/derbies'
import { hikingBoots } from './styles/hiking-boots'
import { loafers } from './styles/loafers'
import { runners } from './styles/runners'
import { sandals } from './styles/sandals'
import { sneakers } from './styles/sneakers'
import type { Style } from './types'

export const styles: readonly Style[] = [
  ...derbies,
  ...loafers,
  ...chelseaBoots,
  ...hikingBoots,
  ...sneakers,
  ...runners,
  ...ballerinas,
  ...sandals,
]
