/** Seconds until the page looks again. */
const again = 5

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${again}">
<title>The shop cannot be reached</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif }
  body { max-width: 32rem; margin: 20vh auto 0; padding: 0 1.5rem }
  h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem }
</style>
<main>
<h1>The shop cannot be reached at the moment</h1>
<p>Its database does not answer. You are still signed in: this page looks again every ${again} seconds, and shows what you asked for as soon as it can.</p>
</main>
</html>
`

/** What staff see instead of a screen while the database is away; Payload would take them for strangers and ask them to sign in. */
export const adminAway = (): Response =>
  new Response(page, {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'Retry-After': String(again),
      'X-Content-Type-Options': 'nosniff',
    },
  })
