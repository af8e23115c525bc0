import type { AutopayOptions } from './client-options.ts'
import type { Resources } from './generated/resources.ts'
import { createResources } from './resources.ts'
import { createTransport } from './transport.ts'
import { verifyWebhook } from './verify-webhook.ts'

/**
 * The API of a merchant. Every operation is a function of its resource: the id of the path first, then body or
 * query, then options.
 *
 * @throws AutopayApiError typed by `code`, AutopayConnectionError, AutopayTimeoutError
 * @example
 * const autopay = new Autopay({ apiKey: 'upi_test_sk_…' })
 * const mandate = await autopay.mandates.create({ … })
 * for await (const debit of autopay.presentations.list({ mandate_id: mandate.id })) console.log(debit.status)
 */
export class Autopay implements Resources {
  readonly account: Resources['account']
  readonly providers: Resources['providers']
  readonly vpas: Resources['vpas']
  readonly mandates: Resources['mandates']
  readonly notifications: Resources['notifications']
  readonly presentations: Resources['presentations']
  readonly batches: Resources['batches']
  readonly payments: Resources['payments']
  readonly refunds: Resources['refunds']
  readonly disputes: Resources['disputes']
  readonly transactions: Resources['transactions']
  readonly settlements: Resources['settlements']
  readonly balance: Resources['balance']
  readonly schedules: Resources['schedules']
  readonly webhookEndpoints: Resources['webhookEndpoints']
  readonly events: Resources['events']
  readonly deliveries: Resources['deliveries']
  readonly rules: Resources['rules']
  readonly declineCodes: Resources['declineCodes']
  readonly sandbox: Resources['sandbox']
  /** Believes what is posted to an endpoint, or throws. */
  readonly webhooks: { readonly verify: typeof verifyWebhook } = { verify: verifyWebhook }

  constructor(options: AutopayOptions) {
    // The key stays in the transport: whoever prints a client does not print it.
    const resources = createResources(createTransport(options))
    this.account = resources.account
    this.providers = resources.providers
    this.vpas = resources.vpas
    this.mandates = resources.mandates
    this.notifications = resources.notifications
    this.presentations = resources.presentations
    this.batches = resources.batches
    this.payments = resources.payments
    this.refunds = resources.refunds
    this.disputes = resources.disputes
    this.transactions = resources.transactions
    this.settlements = resources.settlements
    this.balance = resources.balance
    this.schedules = resources.schedules
    this.webhookEndpoints = resources.webhookEndpoints
    this.events = resources.events
    this.deliveries = resources.deliveries
    this.rules = resources.rules
    this.declineCodes = resources.declineCodes
    this.sandbox = resources.sandbox
  }
}
