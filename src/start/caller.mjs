/** Who is calling: the address of the socket, or what a proxy of ours says about the one before it. */
import { BlockList, isIP } from 'node:net'

/** Where a proxy of one's own stands: on this machine or in its network. */
const near = [
  '127.0.0.0/8',
  '::1',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
]

const kindOf = (address) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** The address alone: an IPv4 one that came as IPv6 as itself, without brackets, zone or port. */
function bare(text) {
  const inner = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  const plain = inner.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '')
  return isIP(plain) ? plain : undefined
}

/**
 * The proxies whose word counts. `TRUSTED_PROXIES` names them (addresses and networks, or `none`). Unset: this server
 * speaks plain HTTP, so where the public address is https a proxy of one's own stands before it; elsewhere none does.
 */
export function trustedProxies({ TRUSTED_PROXIES, NEXT_PUBLIC_APP_URL }) {
  const named = TRUSTED_PROXIES?.trim()
  const unset = NEXT_PUBLIC_APP_URL?.startsWith('https:') ? near : []
  const list = named ? (named === 'none' ? [] : named.split(',').map((one) => one.trim())) : unset
  const trusted = new BlockList()
  for (const one of list) {
    const [address, bits] = one.split('/')
    if (bits === undefined) trusted.addAddress(address, kindOf(address))
    else trusted.addSubnet(address, Number(bits), kindOf(address))
  }
  return trusted
}

/** Of the chain that proxies wrote, from the nearest on: the first address that is no proxy of ours. */
export function callerOf(socketAddress, forwardedFor, trusted) {
  const chain = String(forwardedFor ?? '').split(',')
  let caller = bare(socketAddress ?? '') ?? 'unknown'
  while (chain.length > 0 && isIP(caller) && trusted.check(caller, kindOf(caller))) {
    const before = bare(chain.pop().trim())
    if (!before) break
    caller = before
  }
  return caller
}

const saidByProxies = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded', 'x-real-ip']

/** Leaves of the forwarding headers one address that counts, and of the others only what a proxy of ours wrote. */
export function nameCaller(request, trusted) {
  const { headers, socket } = request
  const nearest = bare(socket.remoteAddress ?? '')
  const isFromProxy = nearest !== undefined && trusted.check(nearest, kindOf(nearest))
  headers['x-forwarded-for'] = callerOf(socket.remoteAddress, headers['x-forwarded-for'], trusted)
  if (!isFromProxy) for (const name of saidByProxies) delete headers[name]
}
