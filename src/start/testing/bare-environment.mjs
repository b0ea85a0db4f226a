import { execFileSync } from 'node:child_process'

/**
 * Nothing of this shell but where programs are.
 * @param {string} home
 * @returns {NodeJS.ProcessEnv}
 */
export const bareEnvironment = (home) => /** @type {any} */ ({ PATH: process.env.PATH, HOME: home })

const ofNetwork = /^(\w+_proxy$|NODE_EXTRA_CA|SSL_CERT)/i
/** The settings of npm by which packages are reached; none names a folder of whoever calls. */
const reach = ['registry', 'proxy', 'https-proxy', 'noproxy', 'cafile', 'strict-ssl']

/** @returns {Record<string, string>} */
function settingsOfNpm() {
  const lines = execFileSync('npm', ['config', 'get', ...reach], { encoding: 'utf8' })
    .trim()
    .split('\n')
  const set = lines.map((line) => {
    const at = line.indexOf('=')
    return [`npm_config_${line.slice(0, at).replaceAll('-', '_')}`, line.slice(at + 1)]
  })
  return Object.fromEntries(set.filter(([, value]) => value && value !== 'null'))
}

/**
 * And how packages are reached from here, also by another user. `npm run` names its caches and configuration in the
 * environment: in the home of root nobody else may open them.
 * @param {string} home
 * @returns {NodeJS.ProcessEnv}
 */
export const withNetwork = (home) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => ofNetwork.test(name))),
  ...bareEnvironment(home),
  ...settingsOfNpm(),
})
