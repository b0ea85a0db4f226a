import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Refusal, say } from './say.mjs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser for the journeys: what `CHROMIUM` names, or what the system has. */
export const findChromium = () =>
  [process.env.CHROMIUM, ...places].find((place) => place && existsSync(place))

/** Installs Chromium where we may (Debian, root); elsewhere says the one line that does it. */
export function ensureChromium() {
  if (findChromium()) return
  const isDebian = existsSync('/usr/bin/apt-get')
  if (!isDebian || process.getuid?.() !== 0)
    throw new Refusal(
      isDebian
        ? 'The browser journeys need Chromium: sudo apt-get install -y chromium'
        : 'The browser journeys need Chromium or Chrome: install one, or set CHROMIUM to its path.',
    )
  say('Installing Chromium for the browser journeys')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
  if (!findChromium()) throw new Refusal('Chromium could not be installed: apt-get says why above.')
}
