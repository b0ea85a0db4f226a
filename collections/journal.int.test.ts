import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { dropped } from '../src/start/testing/dropped-tags'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'
import { getArticle, getAuthor, getJournal } from '#queries/journal'
import { readOtherPages } from '#queries/sitemaps'
import { findRedirect } from '#queries/redirects'
import { rowsOf, sql } from '#queries/sql'
import { richText } from '#demo/seed/rich-text'

const mark = () => randomBytes(5).toString('hex')

async function context() {
  return {
    payload: await getTestPayload(),
    how: { overrideAccess: true, req: await getTestRequest() } as const,
  }
}

const words = (text: string) => richText([{ kind: 'p', text: { en: text, it: text, de: text } }], 'en')

async function picture(): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    sql`INSERT INTO media (filename, width, height) VALUES (${`${mark()}.webp`}, 1600, 1200) RETURNING id`,
  )
  return row?.id ?? ''
}

async function newArticle(changes: Record<string, unknown> = {}) {
  const { payload, how } = await context()
  const author = await payload.create({
    collection: 'authors',
    data: { name: 'Livia', slug: `author-${mark()}`, role: 'Cutter' },
    ...how,
    overrideAccess: true,
  })
  const data = {
    title: 'Suede',
    slug: `article-${mark()}`,
    author: author.id,
    lead: 'On rain.',
    picture: await picture(),
    body: words('It dries.'),
    publishedAt: '2026-11-01T00:00:00.000Z',
    _status: 'published' as const,
    ...changes,
  }
  const made = await payload.create({
    collection: 'articles',
    data: data as never,
    ...how,
    overrideAccess: true,
  })
  return { id: made.id, slug: data.slug, author: author.id, authorSlug: author.slug }
}

test('an article is read with its author; what a language lacks is said in English', async () => {
  const { payload, how } = await context()
  const { id, slug, authorSlug } = await newArticle()
  await payload.update({
    collection: 'articles',
    id,
    locale: 'it',
    data: { title: 'Camoscio', lead: 'Sulla pioggia.', body: words('Asciuga.') } as never,
    ...how,
    overrideAccess: true,
  })
  expect(await getArticle('it', slug)).toMatchObject({
    title: 'Camoscio',
    lead: 'Sulla pioggia.',
    by: { slug: authorSlug, name: 'Livia', role: 'Cutter' },
    body: [{ kind: 'p', spans: [{ text: 'Asciuga.' }] }],
    products: [],
  })
  expect((await getArticle('de', slug))?.title).toBe('Suede')
})

test('articles and authors drop content pages; a draft that never was published drops nothing and shows nowhere', async () => {
  const { payload, how } = await context()
  const { id, slug, author } = await newArticle()
  expect([...dropped]).toEqual(['pages'])
  dropped.clear()
  await payload.update({
    collection: 'authors',
    id: author,
    data: { name: 'Ennio' },
    ...how,
    overrideAccess: true,
  })
  expect([...dropped]).toEqual(['pages'])
  expect((await getArticle('eu', slug))?.by?.name).toBe('Ennio')
  const draft = `article-${mark()}`
  dropped.clear()
  await payload.create({
    collection: 'articles',
    data: { title: 'Later', slug: draft, _status: 'draft' } as never,
    draft: true,
    ...how,
    overrideAccess: true,
  })
  expect([...dropped]).toEqual([])
  expect(await getArticle('eu', draft)).toBeUndefined()
  const { articles } = await getJournal('eu', 1)
  expect(articles.map((one) => one.slug)).not.toContain(draft)
  const paths = (await readOtherPages()).map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['/journal', `/journal/${slug}`]))
  expect(paths).not.toContain(`/journal/${draft}`)
  await payload.update({
    collection: 'articles',
    id,
    data: { deletedAt: new Date().toISOString() },
    ...how,
    overrideAccess: true,
  })
  expect(await getArticle('eu', slug)).toBeUndefined()
})

test('an article that moves leaves a redirect', async () => {
  const { payload, how } = await context()
  const { id, slug } = await newArticle()
  const next = `article-${mark()}`
  await payload.update({ collection: 'articles', id, data: { slug: next }, ...how, overrideAccess: true })
  expect(await findRedirect(`/journal/${slug}`)).toBe(`/journal/${next}`)
})

async function pathsOfSitemap(): Promise<string[]> {
  return (await readOtherPages()).map(({ path }) => path)
}

test('an author has a page of what is public by this hand, in each language, and stands in the sitemap with it', async () => {
  const { payload, how } = await context()
  const { id, slug, author, authorSlug } = await newArticle()
  const other = await newArticle()
  const draft = { title: 'Later', slug: `article-${mark()}`, author, _status: 'draft' }
  await payload.create({
    collection: 'articles',
    data: draft as never,
    draft: true,
    ...how,
    overrideAccess: true,
  })
  await payload.update({
    collection: 'authors',
    id: author,
    locale: 'de',
    data: { role: 'Zuschneiderin', words: 'Sie schneidet.', picture: await picture() },
    ...how,
    overrideAccess: true,
  })
  const page = await getAuthor('de', authorSlug, 1)
  expect(page).toMatchObject({
    page: 1,
    pages: 1,
    by: { slug: authorSlug, name: 'Livia', role: 'Zuschneiderin', words: 'Sie schneidet.' },
  })
  expect(page?.by.picture?.id).toEqual(expect.any(String))
  expect(page?.articles.map((one) => one.slug)).toEqual([slug])
  expect(await getAuthor('de', `author-${mark()}`, 1)).toBeUndefined()
  expect(await pathsOfSitemap()).toEqual(
    expect.arrayContaining([`/journal/authors/${authorSlug}`, `/journal/authors/${other.authorSlug}`]),
  )
  await payload.update({
    collection: 'articles',
    id,
    locale: 'en',
    data: { _status: 'draft' },
    ...how,
    overrideAccess: true,
  })
  expect((await getAuthor('eu', authorSlug, 1))?.articles).toEqual([])
  expect(await pathsOfSitemap()).not.toContain(`/journal/authors/${authorSlug}`)
})

test('the pages of an author follow each other without a gap, the newest first', async () => {
  const { authorSlug, author } = await newArticle({ publishedAt: '2026-10-01T00:00:00.000Z' })
  for (let day = 1; day <= 12; day += 1)
    await newArticle({ author, publishedAt: `2026-10-${String(day + 1).padStart(2, '0')}T00:00:00.000Z` })
  const [first, second] = [await getAuthor('eu', authorSlug, 1), await getAuthor('eu', authorSlug, 2)]
  expect([first?.pages, first?.articles.length, second?.articles.length]).toEqual([2, 12, 1])
  const days = [...(first?.articles ?? []), ...(second?.articles ?? [])].map(({ at }) => at)
  expect(days).toEqual(days.toSorted().toReversed())
})

test('an author who changes, moves or goes drops content pages; a new address leaves a redirect', async () => {
  const { payload, how } = await context()
  const { id, author, authorSlug } = await newArticle()
  const next = `author-${mark()}`
  dropped.clear()
  await payload.update({
    collection: 'authors',
    id: author,
    data: { slug: next },
    ...how,
    overrideAccess: true,
  })
  expect([...dropped].toSorted()).toEqual(['pages', 'site'])
  expect(await findRedirect(`/journal/authors/${authorSlug}`)).toBe(`/journal/authors/${next}`)
  await payload.delete({ collection: 'articles', id, ...how, overrideAccess: true })
  dropped.clear()
  await payload.delete({ collection: 'authors', id: author, ...how, overrideAccess: true })
  expect([...dropped]).toEqual(['pages'])
  expect(await getAuthor('eu', next, 1)).toBeUndefined()
})

test('the newest article comes first, and pages follow each other without a gap', async () => {
  for (let day = 1; day <= 14; day += 1)
    await newArticle({ publishedAt: `2027-01-${String(day).padStart(2, '0')}T00:00:00.000Z` })
  const first = await getJournal('eu', 1)
  const second = await getJournal('eu', 2)
  const days = [...first.articles, ...second.articles].map(({ at }) => at)
  expect(first.articles).toHaveLength(12)
  expect(days).toEqual(days.toSorted().toReversed())
  expect(new Set([...first.articles, ...second.articles].map(({ slug }) => slug)).size).toBe(days.length)
  expect((await getJournal('eu', 500)).articles).toEqual([])
})
