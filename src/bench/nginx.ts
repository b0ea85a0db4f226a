import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findProgram } from '../start/debian.mjs'
import { anyFree } from '../start/ports.mjs'

export interface FileServer {
  url: string
  stop: () => void
}

const configuration = (folder: string, port: number) => `
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  sendfile on;
  open_file_cache max=100;
  keepalive_requests 10000000;
  client_body_temp_path ${folder}/temp; proxy_temp_path ${folder}/temp; fastcgi_temp_path ${folder}/temp;
  uwsgi_temp_path ${folder}/temp; scgi_temp_path ${folder}/temp;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/files;
    default_type text/html;
  }
}`

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )

/**
 * nginx with these files, for comparison: the same bytes from the same machine in the same run. Undefined where there
 * is no nginx; nothing here needs it.
 */
export async function startNginx(files: ReadonlyMap<string, Buffer>): Promise<FileServer | undefined> {
  const program = findProgram('nginx')
  if (!program) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'molini-nginx-'))
  chmodSync(folder, 0o755)
  for (const name of ['files', 'temp']) mkdirSync(join(folder, name))
  for (const [name, bytes] of files) writeFileSync(join(folder, 'files', name), bytes)
  const port = await anyFree()
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port))
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'], {
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  const stop = () => {
    child.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  for (let round = 0; round < 50; round += 1) {
    if (await answers(url)) return { url, stop }
    await pause(100)
  }
  stop()
  return undefined
}
