import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** The folder that holds package.json, wherever the command was typed. */
export const checkout = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')
export const inCheckout = (...parts) => join(checkout, ...parts)
