import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inCheckout } from './checkout.mjs'
import { run } from './run.mjs'
import { Refusal, say } from './say.mjs'
import {
  advisoriesIn,
  loosePackages,
  secretsIn,
  servedAlone,
  strangeLicences,
  strangeScripts,
} from './supply.mjs'

const shown = 10

async function trackedSecrets() {
  const { code, output } = await run('git', ['ls-files', '-z'], { cwd: inCheckout() })
  if (code !== 0) return undefined
  return output
    .split('\0')
    .filter((file) => file !== '' && !/\.(avif|webp|jpe?g|png|woff2?|ico|pdf)$/.test(file))
    .flatMap((file) => secretsIn(readFileSync(inCheckout(file), 'utf8')).map((what) => `${file}: ${what}`))
}

async function advisories() {
  const { output } = await run('npm', ['audit', '--json', '--omit=dev'], { cwd: inCheckout() })
  return advisoriesIn(output)
}

/** Prints one line; `undefined` is what could not be looked at, and is not taken for well. */
function tell(name, found) {
  const word = found === undefined ? 'not run' : found.length === 0 ? 'ok' : 'FAILED'
  say(`  ${word.padEnd(8)} ${name}`)
  for (const line of (found ?? []).slice(0, shown)) say(`           ${line}`)
  if (found && found.length > shown) say(`           and ${found.length - shown} more`)
  return word
}

/** Of a folder of its own: asked to leave out what only we need, npm also leaves out what the shop and we both do. */
async function writeBill(file, lock) {
  const made = mkdtempSync(join(tmpdir(), 'molini-bill-'))
  // npm names the whole after the folder.
  const cwd = join(made, lock.name)
  try {
    mkdirSync(cwd)
    const { devDependencies, ...facts } = JSON.parse(readFileSync(inCheckout('package.json'), 'utf8'))
    writeFileSync(join(cwd, 'package.json'), JSON.stringify(facts))
    writeFileSync(join(cwd, 'package-lock.json'), JSON.stringify(servedAlone(lock)))
    const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
    const { code, output } = await run('npm', args, { cwd })
    if (code !== 0) throw new Refusal('npm could not write the bill of materials.')
    writeFileSync(file, output.slice(output.indexOf('{')))
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
  say(`  ${file} lists what the shop is made of (CycloneDX).`)
}

/**
 * `npm run check:supply`: packages, their scripts and licences, secrets in tracked files, known advisories. What could not
 * be looked at is said, and counts as a failure with `--strict`. `--sbom <file>` writes the bill of materials too.
 */
export async function checkSupply(_command, args) {
  const lock = JSON.parse(readFileSync(inCheckout('package-lock.json'), 'utf8'))
  const words = [
    tell('packages are fixed by checksum and come over https', loosePackages(lock)),
    tell('only known packages run a script when they are installed', strangeScripts(lock)),
    tell('licences', strangeLicences(lock)),
    tell('no secret in a tracked file', await trackedSecrets()),
    tell('no advisory of high or critical weight, by the registry', await advisories()),
  ]
  const file = args[args.indexOf('--sbom') + 1]
  if (args.includes('--sbom') && file) await writeBill(file, lock)
  if (words.includes('FAILED')) throw new Refusal('Something above must be looked at.')
  if (args.includes('--strict') && words.includes('not run'))
    throw new Refusal('Something above could not be looked at.')
}
