import { Server } from 'node:http'
import { faultAtTheDoor, faultOfPage, refuse } from './door.mjs'

/**
 * Stands at the door of every HTTP server of this process, for one that is not ours. Next.js answers a method that it does
 * not know with 400, and one that a page has not with 405, on a page that it keeps for whoever comes next; it fails on
 * addresses that nobody can read.
 */
export function keepDoor() {
  const { emit } = Server.prototype
  Server.prototype.emit = function (event, ...parts) {
    if (event !== 'request') return emit.call(this, event, ...parts)
    const [request, response] = parts
    const fault = faultAtTheDoor(request) ?? faultOfPage(request)
    if (!fault) return emit.call(this, event, ...parts)
    refuse(request, response, fault)
    return true
  }
}
