import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

import sharp from 'sharp'
import { expect, test } from 'vitest'

import { goodsJobs, productJobs, shopJobs } from './jobs'
import { readManifest } from './manifest'

const jobs = [...productJobs(1), ...shopJobs(1), ...goodsJobs(1)]

test('every shoe has every view', () => {
  expect(jobs.filter(({ file }) => !existsSync(file)).map(({ file }) => file)).toEqual([])
})

test('no picture is older than its drawing', () => {
  const manifest = readManifest()
  expect(jobs.filter(({ file, stamp }) => manifest[file] !== stamp).map(({ file }) => file)).toEqual([])
})

const folders = [...new Set(jobs.map(({ file }) => dirname(file)))]

test.each(folders)('the masters of %s are large enough to zoom into', async (folder) => {
  const sizes = await Promise.all(
    jobs
      .filter(({ file }) => dirname(file) === folder)
      .map(async ({ file }) => ({ file, height: (await sharp(file).metadata()).height ?? 0 })),
  )
  expect(sizes.filter(({ file, height }) => height < (file.includes('/hero/') ? 1200 : 1600))).toEqual([])
})

test('all pictures together weigh at most 40 MB', () => {
  const bytes = jobs.reduce((sum, { file }) => sum + statSync(file).size, 0)
  expect(bytes).toBeLessThanOrEqual(40 * 1024 * 1024)
})
