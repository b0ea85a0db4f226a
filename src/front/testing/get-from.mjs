import { request as ask } from 'node:http'

/** One request on a connection of its own, with no header but those given; `body` as it comes over the wire. */
export const getFrom = (port, path, headers = {}, method = 'GET') =>
  new Promise((resolve, reject) => {
    const call = ask({ port, path, headers, method, agent: false }, (answer) => {
      const parts = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    call.once('error', reject)
    call.end()
  })
