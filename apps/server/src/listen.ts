import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StartRefused } from './start-refused.ts'

/** How long running requests may take once the server stops. */
const DRAIN_MS = 10_000
const DRAIN_LOOK_MS = 50

/** How long one request may take to come in: a hundred thousand rows over a slow line. Its headers have a minute. */
const REQUEST_MS = 30 * 60_000

/** A server that takes connections. */
export interface Listening {
  readonly port: number
  /** Takes no more connections and waits for the requests at work. */
  close(): Promise<void>
}

/** Takes connections. Throws {@link StartRefused} when the port is taken or not ours to take. */
export async function listen(
  listener: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer({ requestTimeout: REQUEST_MS }, listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, { host, port })))
    server.listen(port, host, resolve)
  })
  return { port: (server.address() as AddressInfo).port, close: () => drain(server) }
}

function explain(
  error: NodeJS.ErrnoException,
  { host, port }: { host: string; port: number },
): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartRefused(
        `Port ${port} on ${host} is in use. Stop what listens there, or choose another with PORT.`,
      )
    case 'EACCES':
      return new StartRefused(
        `Port ${port} may not be taken by this user. Choose one above 1023 with PORT.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartRefused(
        `${host} is no address of this machine. Choose another with AUTOPAY_HOST.`,
      )
    default:
      return error
  }
}

/** Connections kept alive are closed as soon as they carry no request. */
async function drain(server: Server): Promise<void> {
  const look = setInterval(() => server.closeIdleConnections(), DRAIN_LOOK_MS)
  const limit = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearInterval(look)
  clearTimeout(limit)
}
