import { createHash, createHmac, randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { createEngine, type Store } from '@upi-autopay/engine'
import type { HandlerDeps } from '@upi-autopay/handlers'
import { createSimulator, simulatedBank } from '@upi-autopay/providers'
import { generateSecret } from '@upi-autopay/webhooks'
import { createApp } from './app.ts'
import { type Background, startBackground } from './background.ts'
import type { DataFolder } from './data-folder/data-folder.ts'
import { ensureFirstMerchant } from './first-merchant.ts'
import { listen } from './listen.ts'
import { createLogger } from './logger.ts'
import { readHolidays } from './read-holidays.ts'
import type { RunningServer } from './running-server.ts'
import type { ServerOptions } from './server-options.ts'
import { systemClock } from './system-clock.ts'
import { createSystemIds } from './system-ids.ts'
import { createDeliveryHost } from './webhooks/delivery-host.ts'
import { refuseWebhookUrl } from './webhooks/private-addresses.ts'

/** What a server is put over. */
export interface Ground {
  readonly options: ServerOptions
  readonly folder: DataFolder
  readonly store: Store
}

type Serving = Omit<RunningServer, 'close'> & { readonly stop: () => Promise<void> }

/** Puts engine, application and loops over an open store, and takes connections. `stop` leaves store and folder open. */
export async function serve({ options, folder, store }: Ground): Promise<Serving> {
  const clock = options.clock ?? systemClock
  const ids = options.ids ?? createSystemIds(clock)
  const holidays = readHolidays(options.holidaysFile ?? null)
  const simulator = createSimulator({ holidays })
  const engine = createEngine({
    store,
    clock,
    ids,
    pause: (ms) => setTimeout(ms),
    providerOf: () => simulator,
  })
  const logger = createLogger(options.logLevel ?? 'warn')
  const privateWebhooks = options.privateWebhooks ?? 'none'
  const pepper = options.keyPepper ?? folder.keyPepper
  let url = ''
  const base_url = (): string => options.publicUrl ?? url
  const handlerDeps: HandlerDeps = {
    engine,
    bank: simulatedBank,
    base_url,
    hash: (text) => createHash('sha256').update(text).digest('base64url'),
    digestKey: (secret) => createHmac('sha256', pepper).update(secret).digest('base64url'),
    mintWebhookSecret: () => generateSecret(randomBytes(32)),
    refuseWebhookUrl: (address) => refuseWebhookUrl(address, privateWebhooks),
  }
  const first = await ensureFirstMerchant({ store, clock, ids }, handlerDeps.digestKey, folder)

  let background: Background | null = null
  const { operatorToken } = folder
  const onWritten = (): void => background?.wake()
  const app = createApp({ handlerDeps, operatorToken, logger, onWritten })
  const host = options.host ?? '127.0.0.1'
  const listening = await listen(app, { host, port: options.port ?? 0 })
  url = `http://${reachable(host)}:${listening.port}`
  folder.writeAddress(url)
  const loops = startBackground(
    engine,
    createDeliveryHost({ clock, base_url, privateWebhooks }),
    logger,
  )
  background = loops
  const stop = async (): Promise<void> => {
    await listening.close()
    await loops.stop()
  }
  return { url, ...first, operatorToken, store, engine, stop }
}

/** How the address that a server listens on is written in a URL; one that means all is reached through this machine. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
