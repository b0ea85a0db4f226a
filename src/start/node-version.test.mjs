import { expect, test } from 'vitest'
import { requireNode } from './node-version.mjs'

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('Node %s is new enough', (version) =>
  expect(() => requireNode(version)).not.toThrow(),
)

test.each(['18.20.0', '20.18.1', '16.0.0'])('Node %s is refused by name', (version) =>
  expect(() => requireNode(version)).toThrow(`20.19 or newer is needed, and this is Node ${version}`),
)
