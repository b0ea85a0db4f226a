import { format } from 'node:util'
import { afterEach, beforeEach, expect, vi } from 'vitest'

/** An error that was only printed is an error nobody saw: it fails the test that printed it. */
let printed: string[] = []

beforeEach(() => {
  printed = []
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    printed.push(format(...words))
  })
})

afterEach(() => {
  vi.mocked(console.error).mockRestore()
  expect(printed, 'console.error was called').toEqual([])
})
