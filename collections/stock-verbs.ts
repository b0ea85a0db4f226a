import type { Endpoint } from 'payload'

/** The stock verbs on Payload's own REST: adjust. */
export const stockVerbs: Endpoint[] = []
