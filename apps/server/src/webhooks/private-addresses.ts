import { BlockList, isIPv4, isIPv6 } from 'node:net'
import type { PrivateWebhooks } from '../config.ts'

/** The two addresses that count as this machine; both the check at creation and the one at connecting use them. */
export const LOOPBACK_ADDRESSES = ['127.0.0.1', '::1']

const NOT_PUBLIC: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // Nothing, this machine, and IPv4 written as IPv6.
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  // Tunnels, which carry an IPv4 address inside.
  ['2001::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]

const notPublic = new BlockList()
for (const row of NOT_PUBLIC) notPublic.addSubnet(...row)

const LOCAL_NAME = /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i

/**
 * Whether events may be posted to an address, as far as its text tells; a sentence that says why not, or null.
 * A name that leads to a private address later is stopped when it is connected to.
 */
export function refuseWebhookUrl(url: string, allowed: PrivateWebhooks): string | null {
  if (!URL.canParse(url))
    return 'must be an absolute http or https URL without user name and password'
  const { protocol, hostname, username, password } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return 'must be an http or https URL'
  if (username !== '' || password !== '') return 'must not carry a user name or password'
  const host = hostname.replace(/^\[|\]$/g, '')
  if (allowed === 'all' || isPublic(host)) return null
  const loopback = LOOPBACK_ADDRESSES.includes(host) || host === 'localhost'
  if (allowed === 'loopback' && loopback) return null
  return `must not be a private address; ${host} is one, and the operator of this server allows ${allowed === 'none' ? 'none' : 'loopback only'}`
}

function isPublic(host: string): boolean {
  if (isIPv4(host)) return !notPublic.check(host, 'ipv4')
  if (isIPv6(host)) return !notPublic.check(host, 'ipv6')
  return !LOCAL_NAME.test(host)
}
