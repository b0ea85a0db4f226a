import { withPayload } from '@payloadcms/next/withPayload'
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { imageHosts } from './src/start/image-hosts.mjs'
import { platformHeaders, platformRewrites } from './src/start/platform-routes.mjs'

/** The first path segment names the market; the default one, `eu`, is not shown. */
const otherMarkets = 'it|de|uk|us'
const notPages = `${otherMarkets}|eu|api|admin|_next|media|dev|assets|o`
const here = dirname(fileURLToPath(import.meta.url))

/** On a platform that runs Next.js itself, pages come through handlers of ours, not through the server of our own. */
const isOnPlatform = Boolean(process.env.VERCEL) || process.env.PAGE_FRONT === 'platform'
/** One for all processes of a build, which compiles it into the handlers. */
const pageKey = isOnPlatform ? (process.env.MOLINI_PAGE_KEY ??= randomBytes(32).toString('hex')) : ''
const app = `${here}/src/app`
const platformSettings = {
  // No page is older than a read under it may be: a shop shows no price of last week to the first who comes by.
  expireTime: 300,
  compiler: { defineServer: { MOLINI_PAGE_KEY: pageKey } },
}

function rewrites() {
  const platform = isOnPlatform
    ? platformRewrites({ app, markets: otherMarkets, notPages, key: pageKey })
    : { first: [], last: [], afterFiles: [], others: notPages }
  return {
    beforeFiles: [
      ...platform.first,
      { source: '/', destination: '/eu' },
      { source: '/dev/components', destination: '/eu/dev/components' },
      // A size in an address has a dot; a file has a dot and letters after it.
      { source: `/:path((?!(?:${platform.others})(?:/|$))(?!.*\\.[a-z]+$).*)`, destination: '/eu/:path' },
      ...platform.last,
    ],
    afterFiles: platform.afterFiles,
    fallback: [],
  }
}

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // The server asks itself for due jobs every two seconds.
  logging: { incomingRequests: { ignore: [/\/api\/cron\/tick/] } },
  reactStrictMode: true,
  turbopack: { root: here },
  typescript: { ignoreBuildErrors: true },
  // Pictures come in their sizes from the route of our own, /media; nobody has ours made from elsewhere.
  images: { unoptimized: true, remotePatterns: imageHosts(process.env) },
  // No page waits for a script to bring its title and description into the head.
  htmlLimitedBots: /.*/,
  // The server of our own keeps pages; a platform with another server keeps them its way.
  ...(isOnPlatform
    ? platformSettings
    : { cacheHandler: fileURLToPath(new URL('src/front/handler.mjs', import.meta.url)) }),
  // Pages are kept in memory: on disk they would outlive the database that they were drawn from.
  experimental: { isrFlushToDisk: false },
  redirects: async () => [
    { source: '/favicon.ico', destination: '/favicon.svg', permanent: true },
    { source: '/eu', destination: '/', permanent: true },
    { source: '/eu/:path*', destination: '/:path*', permanent: true },
  ],
  rewrites: async () => rewrites(),
}

const withAdmin = withPayload(config, { devBundleServerPackages: false })

/** Payload asks every browser for its colour scheme; only the admin reads the answer. */
export default {
  ...withAdmin,
  headers: async () => [
    ...(await withAdmin.headers()).map((rule) => ({ ...rule, source: '/admin/:path*' })),
    ...(isOnPlatform ? platformHeaders({ app, markets: otherMarkets }) : []),
  ],
}
