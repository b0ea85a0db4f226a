import { withPayload } from '@payloadcms/next/withPayload'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { imageHosts } from './src/start/image-hosts.mjs'

/** The first path segment names the market; the default one, `eu`, is not shown. */
const otherMarkets = 'it|de|uk|us'
const notPages = `${otherMarkets}|eu|api|admin|_next|media|dev|assets|o`

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // The server asks itself for due jobs every two seconds.
  logging: { incomingRequests: { ignore: [/\/api\/cron\/tick/] } },
  reactStrictMode: true,
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  typescript: { ignoreBuildErrors: true },
  // Pictures come in their sizes from the route of our own, /media; nobody has ours made from elsewhere.
  images: { unoptimized: true, remotePatterns: imageHosts(process.env) },
  // No page waits for a script to bring its title and description into the head.
  htmlLimitedBots: /.*/,
  // The server of our own keeps pages; a platform with another server keeps them its way.
  ...(process.env.VERCEL
    ? {}
    : { cacheHandler: fileURLToPath(new URL('src/front/handler.mjs', import.meta.url)) }),
  // Pages are kept in memory: on disk they would outlive the database that they were drawn from.
  experimental: { isrFlushToDisk: false },
  redirects: async () => [
    { source: '/favicon.ico', destination: '/favicon.svg', permanent: true },
    { source: '/eu', destination: '/', permanent: true },
    { source: '/eu/:path*', destination: '/:path*', permanent: true },
  ],
  rewrites: async () => ({
    beforeFiles: [
      { source: '/', destination: '/eu' },
      { source: '/dev/components', destination: '/eu/dev/components' },
      // A size in an address has a dot; a file has a dot and letters after it.
      { source: `/:path((?!(?:${notPages})(?:/|$))(?!.*\\.[a-z]+$).*)`, destination: '/eu/:path' },
    ],
    afterFiles: [],
    fallback: [],
  }),
}

const withAdmin = withPayload(config, { devBundleServerPackages: false })

/** Payload asks every browser for its colour scheme; only the admin reads the answer. */
export default {
  ...withAdmin,
  headers: async () => (await withAdmin.headers()).map((rule) => ({ ...rule, source: '/admin/:path*' })),
}
