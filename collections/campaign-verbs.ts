import type { Endpoint } from 'payload'

export const campaignVerbs: Endpoint[] = []
