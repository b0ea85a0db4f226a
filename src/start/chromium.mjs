import { existsSync } from 'node:fs'
import { installPackage, isDebian } from './debian.mjs'
import { Refusal } from './say.mjs'

/** Without a window of its own it needs little more than half the processor's time, so it goes first where it is installed. */
const shell = '/usr/bin/chromium-headless-shell'
const places = [
  shell,
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

/** Installs Chromium where we may (Debian, root); elsewhere says the one line that does it where there is none. */
export function ensureChromium() {
  if (process.env.CHROMIUM || existsSync(shell)) return
  installPackage('chromium-headless-shell', 'the browser journeys')
  if (findChromium()) return
  if (!isDebian() || process.getuid?.() !== 0)
    throw new Refusal(
      isDebian()
        ? 'The browser journeys need Chromium: sudo apt-get install -y chromium'
        : 'The browser journeys need Chromium or Chrome: install one, or set CHROMIUM to its path.',
    )
  installPackage('chromium', 'the browser journeys')
  if (!findChromium()) throw new Refusal('Chromium could not be installed: apt-get says why above.')
}
