import type { Endpoint } from 'payload'

/** The order desk's verbs on Payload's own REST: capture, ship, cancel. */
export const orderVerbs: Endpoint[] = []
