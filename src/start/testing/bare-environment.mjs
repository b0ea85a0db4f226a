import { execFileSync } from 'node:child_process'

/**
 * Nothing of this shell but where programs are.
 * @param {string} home
 * @returns {NodeJS.ProcessEnv}
 */
export const bareEnvironment = (home) => /** @type {any} */ ({ PATH: process.env.PATH, HOME: home })

const ofNetwork = /^(npm_config_|\w+_proxy$|NODE_EXTRA_CA|SSL_CERT)/i

/**
 * And how packages are reached from here.
 * @param {string} home
 * @returns {NodeJS.ProcessEnv}
 */
export const withNetwork = (home) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => ofNetwork.test(name))),
  ...bareEnvironment(home),
  npm_config_registry: execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim(),
})
