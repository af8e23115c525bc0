import type {
  Effect,
  LoggedEvent,
  Payer,
  ResourceRow,
  StoredAnswer,
  Tenant,
  Timer,
  Unit,
} from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'

/** When the samples begin: 1 June 2026, midnight UTC. */
export const START = 1_780_272_000_000 as Instant

/** So many milliseconds after the start. */
export function at(offset_ms: number): Instant {
  return (START + offset_ms) as Instant
}

export const PAYER: Payer = {
  name: 'Asha Kulkarni',
  vpa: 'asha@okbank',
  email: 'asha@example.com',
  phone: '+919800000000',
  account: { number: '000123456789', ifsc: 'OKBK0000001' },
  reference_id: 'member-0001',
}

/** The unit that creates a mandate `mdt_<name>` with its reference, its payer and one public event. */
export function createMandate(tenant: Tenant, name: string, more: Partial<Unit> = {}): Unit {
  const stream = `mdt_${name}`
  return {
    tenant,
    stream,
    kind: 'mandate',
    expected_version: 0,
    events: [sampleEvent(stream, { id: `evt_${name}`, version: 1, type: 'mandate.created' })],
    state: { status: 'pending', counters: { attempts: 0 } },
    private: { payer: PAYER },
    rows: [mandateRow(name)],
    ...NOTHING_ELSE,
    ...more,
  }
}

/** A later decision of the stream that a unit wrote. Without `events` it moves nothing but what `more` says. */
export function followUp(unit: Unit, more: Partial<Unit> = {}): Unit {
  return {
    tenant: unit.tenant,
    stream: unit.stream,
    kind: unit.kind,
    expected_version: unit.expected_version + unit.events.length,
    events: [],
    state: unit.state,
    rows: [],
    ...NOTHING_ELSE,
    ...more,
  }
}

/** The unit that creates an enabled webhook endpoint `whk_<name>` for some event types. */
export function createEndpoint(tenant: Tenant, name: string, events: readonly string[]): Unit {
  const stream = `whk_${name}`
  const row = {
    ...mandateRow(name),
    kind: 'webhook_endpoint',
    id: stream,
    stream,
    status: 'enabled',
  } as const
  const created = sampleEvent(stream, {
    id: `evt_whk_${name}`,
    version: 1,
    type: 'webhook_endpoint.created',
    resource_kind: 'webhook_endpoint',
    public: false,
    object: null,
  })
  return {
    ...createMandate(tenant, name),
    stream,
    kind: 'webhook_endpoint',
    events: [created],
    private: { webhook_secrets: [`whsec_${name}`] },
    rows: [
      { ...row, reference_id: null, data: { url: `https://${name}.example.com/hook`, events } },
    ],
  }
}

export function mandateRow(name: string, more: Partial<ResourceRow> = {}): ResourceRow {
  return {
    kind: 'mandate',
    id: `mdt_${name}`,
    stream: `mdt_${name}`,
    revision: 1,
    status: 'pending',
    reference_id: `reference-${name}`,
    mandate_id: null,
    notification_id: null,
    created_at: at(0),
    updated_at: at(0),
    data: { amount: 150_000, metadata: { branch: 'पुणे' }, umn: null },
    ...more,
  }
}

/** A presentation's row under a mandate. */
export function presentationRow(
  mandate: string,
  name: string,
  more: Partial<ResourceRow> = {},
): ResourceRow {
  return mandateRow(name, {
    kind: 'presentation',
    id: `prs_${name}`,
    stream: `mdt_${mandate}`,
    status: 'scheduled',
    mandate_id: `mdt_${mandate}`,
    ...more,
  })
}

/** An event about the stream's own resource; public unless said otherwise. */
export function sampleEvent(
  stream: string,
  {
    id,
    version,
    type,
    ...more
  }: Partial<LoggedEvent> & Pick<LoggedEvent, 'id' | 'version' | 'type'>,
): LoggedEvent {
  return {
    id,
    stream,
    version,
    type,
    resource_kind: 'mandate',
    resource_id: stream,
    at: at(0),
    data: { reason: null },
    cause: 'req_1',
    public: true,
    object: { id: stream, object: 'mandate' },
    ...more,
  }
}

export function sampleTimer(tenant: Tenant, stream: string, more: Partial<Timer> = {}): Timer {
  return {
    tenant,
    stream,
    stream_kind: 'mandate',
    key: `expiry:${stream}`,
    kind: 'expiry',
    resource_kind: 'mandate',
    resource_id: stream,
    at: at(1_000),
    outcome: null,
    attempt: null,
    ...more,
  }
}

export function sampleEffect(
  tenant: Tenant,
  stream: string,
  id: string,
  more: Partial<Effect> = {},
): Effect {
  return {
    tenant,
    id,
    stream,
    stream_kind: 'mandate',
    kind: 'register',
    resource_kind: 'mandate',
    resource_id: stream,
    attempt: null,
    provider_reference: `REF${id.replace(/\W|_/g, '')}`,
    request: { amount: 150_000, flow: 'intent', authentication: 'pin', attempts_before: 0 },
    ...more,
  }
}

export function sampleAnswer(key: string): StoredAnswer {
  return { key, hash: `hash of ${key}`, status: 201, body: { id: 'mdt_1' }, at: at(0) }
}

const NOTHING_ELSE = {
  effects: [],
  effects_done: [],
  timers: [],
  timers_cleared: [],
  timers_fired: [],
  answers: [],
  movements: [],
} as const
