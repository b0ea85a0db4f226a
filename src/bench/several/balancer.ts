import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inCheckout } from '../../start/checkout.mjs'
import { findProgram } from '../../start/debian.mjs'

/** What is shipped, with the addresses of here. */
const shipped = (port: number, shops: readonly number[]): string =>
  readFileSync(inCheckout('deploy/nginx/molini.conf'), 'utf8')
    .replace(/shop-(\d):3000/g, (_, number: string) => `127.0.0.1:${shops[Number(number) - 1]}`)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)

const configuration = (folder: string, site: string): string => `
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path ${folder}/temp; proxy_temp_path ${folder}/temp; fastcgi_temp_path ${folder}/temp;
  uwsgi_temp_path ${folder}/temp; scgi_temp_path ${folder}/temp;
  ${site}
}`

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )

/** nginx as `deploy/nginx/molini.conf` has it before these ports. `kill` ends it with all its connections; `open` opens it again. */
export async function startBalancer(port: number, shops: readonly number[]) {
  const program = findProgram('nginx') ?? 'nginx'
  const folder = mkdtempSync(join(tmpdir(), 'molini-balancer-'))
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'temp'))
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, shipped(port, shops)))
  const url = `http://127.0.0.1:${port}`
  const start = async () => {
    const flags = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off; master_process off;']
    const child = spawn(program, flags, { stdio: 'ignore' })
    for (let round = 0; round < 100 && child.exitCode === null; round += 1) {
      if (await answers(url)) return child
      await pause(50)
    }
    throw new Error(`nginx did not start: ${readFileSync(join(folder, 'error.log'), 'utf8')}`)
  }
  let running = await start()
  const kill = async () => {
    const ended = once(running, 'exit')
    if (running.exitCode === null && running.kill('SIGKILL')) await ended
  }
  return {
    kill,
    open: async () => void (running = await start()),
    close: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
