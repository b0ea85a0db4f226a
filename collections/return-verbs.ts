import type { Endpoint } from 'payload'
export const returnVerbs: Endpoint[] = []
