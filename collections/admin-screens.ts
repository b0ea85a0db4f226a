import type { Config } from 'payload'

type AdminConfig = NonNullable<Config['admin']>

export const adminComponents: AdminConfig['components'] = {}

export const dashboard: AdminConfig['dashboard'] = { widgets: [] }
