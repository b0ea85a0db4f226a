/** Boots the shop without a server, as a function does, tries what a person would, and prints what came of it as JSON. */
import { accessSync, constants } from 'node:fs'
import { createLocalReq, getPayload, type Payload } from 'payload'
import sharp from 'sharp'
import * as rest from '../../app/(payload)/api/[...slug]/route'
import { GET as getPicture } from '../../app/media/[id]/[file]/route'
import { GET as getRobots } from '../../app/robots.txt/route'
import config from '#config'
import { env } from '#env'
import { sendMail } from '#ops/jobs/send-mail'

const origin = env.NEXT_PUBLIC_APP_URL
const password = 'nine quiet herons at dawn'

type Method = 'GET' | 'POST'

async function call(method: Method, path: string, init: RequestInit = {}): Promise<Response> {
  const { pathname, search } = new URL(path, origin)
  const request = new Request(new URL(`/api${pathname}${search}`, origin), { method, ...init })
  return rest[method](request, { params: Promise.resolve({ slug: pathname.split('/').slice(1) }) })
}

async function form(): Promise<{ body: Uint8Array<ArrayBuffer>; type: string }> {
  const picture = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#84451f' } })
    .png()
    .toBuffer()
  const data = new FormData()
  data.append('_payload', JSON.stringify({ alt: 'A derby' }))
  data.append('file', new File([new Uint8Array(picture)], 'derby.png', { type: 'image/png' }))
  const whole = new Response(data)
  return { type: whole.headers.get('content-type') ?? '', body: new Uint8Array(await whole.arrayBuffer()) }
}

const mayWrite = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** What becomes of a mail. */
async function tell(payload: Payload): Promise<string[]> {
  const req = await createLocalReq({}, payload)
  await payload.sendEmail({ to: 'ada@example.org', subject: 'Your order', text: 'Thank you' })
  await sendMail(req)
  const { docs } = await payload.find({ collection: 'emails', limit: 10, overrideAccess: true, req })
  return docs.map(({ status }) => status)
}

async function main(): Promise<void> {
  const payload = await getPayload({ config })
  const email = `owner-${Date.now()}@staff.example`
  const data = { name: 'Owner', role: 'owner' as const, email, password }
  await payload.create({
    collection: 'users',
    data,
    overrideAccess: true,
    req: await createLocalReq({}, payload),
  })
  const headers = {
    'Content-Type': 'application/json',
    Origin: origin,
    'x-vercel-forwarded-for': '198.51.100.7',
  }
  const login = await call('POST', '/users/login', { headers, body: JSON.stringify({ email, password }) })
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const me = async (from: string) => {
    const answer = await call('GET', '/users/me', { headers: { Cookie: cookie, Origin: from } })
    return ((await answer.json()) as { user?: { email: string } | null }).user?.email === email
  }
  const { body, type } = await form()
  const upload = await call('POST', '/media', {
    headers: {
      Cookie: cookie,
      Origin: origin,
      'Content-Type': type,
      'Content-Length': String(body.byteLength),
    },
    body,
  })
  const { doc } = (await upload.json()) as { doc?: { id: string } }
  const picture = await getPicture(new Request(origin), {
    params: Promise.resolve({ id: doc?.id ?? '', file: '160.webp' }),
  })
  const seen = {
    origin,
    login: login.status,
    ownPage: await me(origin),
    foreignPage: await me('https://evil.example'),
    upload: upload.status,
    picture: picture.status,
    robots: await getRobots().text(),
    mails: await tell(payload),
    mayWriteHere: mayWrite('.') || mayWrite(env.MOLINI_DATA_DIR),
  }
  process.stdout.write(`\nSEEN ${JSON.stringify(seen)}\n`)
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  },
)
