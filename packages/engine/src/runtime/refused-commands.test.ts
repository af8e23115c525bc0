import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { tenantOf } from '../account/account.ts'
import type { AccountCommand } from '../account/decide.ts'
import { ACCOUNT, createMandate, DONE, notify, present } from '../mandate/decider-specification.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import { createTenants, type TenantData, type Tenants } from '../memory/tenant-data.ts'
import { ask } from '../payment/payment-specification.ts'
import type { Command } from './aggregates.ts'
import type { Engine } from './engine.ts'
import type { Item } from './item.ts'
import { after, createRuntimeWorld } from './runtime-specification.ts'

// Every command that the engine knows is refused here in each way in which it can be, and the whole store is compared
// before and after.

type Target = Item['target']
/** One command may go by several names. */
type Of<T, C extends Command = Command> = C extends unknown
  ? T extends C['type']
    ? C
    : never
  : never

/** How a command is refused by its decider, on what HISTORY left; null where it never is, with the reason. */
type Row<T extends Command['type'] = Command['type']> = {
  readonly target: Target
  readonly command: Of<T>
  readonly reference?: Item['reference']
} & ({ readonly refused: string } | { readonly refused: null; readonly because: string })

const MANDATE = { kind: 'mandate', id: 'mdt_2' } as const
const NOTICE = { kind: 'notification', id: 'pdn_2' } as const
const DEBIT = { kind: 'presentation', id: 'prs_2' } as const
const SCHEDULE = { kind: 'schedule', id: 'sch_2' } as const
const PAYMENT = { kind: 'payment', id: 'pay_1' } as const
const REFUND = { kind: 'refund', id: 'rfd_1' } as const
const DISPUTE = { kind: 'dispute', id: 'dsp_1' } as const
const BATCH = { kind: 'batch', id: 'bat_1' } as const
const ENDPOINT = { kind: 'webhook_endpoint', id: 'whk_1' } as const

const LATE = 'what a provider says late is kept or passed over, never refused'
const BESIDE = 'work that a batch has gone past is passed over'

const effect = {
  tenant: tenantOf(ACCOUNT),
  id: 'eff_1',
  stream: 'mdt_2',
  stream_kind: 'mandate',
  kind: 'present',
  resource_kind: 'presentation',
  resource_id: 'prs_2',
  attempt: 1,
  provider_reference: 'prs2x1',
  request: { amount: 50_00, flow: 'intent', authentication: 'none', attempts_before: 0 },
} as const
const timer = {
  tenant: tenantOf(ACCOUNT),
  stream: 'mdt_2',
  stream_kind: 'mandate',
  key: 'present:prs_2',
  kind: 'present',
  resource_kind: 'presentation',
  resource_id: 'prs_2',
  at: after(0),
  outcome: null,
  attempt: 1,
} as const
const endpointTerms = {
  url: 'https://shop.example/hooks',
  events: ['*'],
  description: null,
  metadata: {},
}
const schedule: Of<'CreateSchedule'> = {
  type: 'CreateSchedule',
  id: 'sch_2',
  mandate_id: 'mdt_2',
  reference_id: 'schedule-002',
  description: null,
  amount: 100_00,
  amounts: null,
  starts_on: isoDate('2030-01-09'),
  until: null,
  count: 3,
  retry: 'none',
  when: 'asap',
  metadata: {},
}
const batch: Of<'CreateBatch'> = {
  type: 'CreateBatch',
  id: 'bat_1',
  kind: 'debits',
  events: 'each',
  reference_id: 'batch-001',
  metadata: {},
}
const debit = present({ id: 'prs_2', mandate_id: 'mdt_2', source: { instant_amount: 50_00 } })
const refund: Of<'CreateRefund'> = {
  type: 'CreateRefund',
  id: 'rfd_1',
  reference_id: 'refund-001',
  of: DEBIT,
  amount: 10_00,
  metadata: {},
}
const dispute: Of<'OpenDispute'> = {
  type: 'OpenDispute',
  id: 'dsp_1',
  of: DEBIT,
  amount: 10_00,
  reason: 'Not authorised',
}

/** What has ended, in the order in which it came about: a mandate with all that it can have, a payment, an endpoint. */
const HISTORY: readonly [Target, Command][] = [
  [
    { ...MANDATE, create: true },
    createMandate({ id: 'mdt_2', reference_id: 'member-002', approved: { umn: 'umn2@sim' } }),
  ],
  [MANDATE, debit],
  [DEBIT, { type: 'FireTimer', timer }],
  [
    DEBIT,
    {
      type: 'RecordOutcome',
      resource_kind: 'presentation',
      resource_id: 'prs_2',
      attempt: 1,
      outcome: DONE,
    },
  ],
  [DEBIT, refund],
  [REFUND, { type: 'AnswerRefund', refund_id: 'rfd_1', outcome: DONE }],
  [DEBIT, dispute],
  [DISPUTE, { type: 'AcceptDispute', dispute_id: 'dsp_1' }],
  [DEBIT, { type: 'ReversePresentation', presentation_id: 'prs_2' }],
  [MANDATE, schedule],
  [SCHEDULE, { type: 'CancelSchedule', schedule_id: 'sch_2' }],
  [MANDATE, { type: 'RevokeMandate', mandate_id: 'mdt_2' }],
  [{ kind: 'mandate', id: 'mdt_1' }, notify({ id: 'pdn_2' })],
  [NOTICE, { type: 'CancelNotification', notification_id: 'pdn_2' }],
  [{ ...PAYMENT, create: true }, ask()],
  [PAYMENT, { type: 'CancelPayment', payment_id: 'pay_1' }],
  [
    { ...ENDPOINT, create: true },
    { type: 'CreateWebhookEndpoint', id: 'whk_1', secret: 'whsec_1', ...endpointTerms },
  ],
  [ENDPOINT, { type: 'DeleteWebhookEndpoint', id: 'whk_1' }],
  [{ ...BATCH, create: true }, batch],
  [BATCH, { type: 'StartBatch', batch_id: 'bat_1', rows: { accepted: 1, refused: 0 }, amount: 1 }],
  [BATCH, { type: 'CancelBatch', batch_id: 'bat_1', reason: 'merchant' }],
]

/** Each command that the engine knows: a new one without a row does not compile. */
const REFUSALS: { readonly [T in Command['type']]: Row<T> } = {
  CreateMandate: {
    target: { kind: 'mandate', id: 'mdt_9', create: true },
    command: createMandate({ id: 'mdt_9', reference_id: 'member-009', amount: 50 }),
    refused: 'amount_below_minimum',
  },
  RevokeMandate: {
    target: MANDATE,
    command: { type: 'RevokeMandate', mandate_id: 'mdt_2' },
    refused: 'state_conflict',
  },
  RevokeByRail: {
    target: MANDATE,
    command: { type: 'RevokeByRail', mandate_id: 'mdt_2' },
    refused: 'state_conflict',
  },
  ActAsPayer: {
    target: MANDATE,
    command: { type: 'ActAsPayer', mandate_id: 'mdt_2', action: 'pause', vpa: null, answers: [] },
    refused: 'state_conflict',
  },
  CreateDebit: {
    target: MANDATE,
    command: {
      type: 'CreateDebit',
      mandate_id: 'mdt_2',
      notification: notify({ id: 'pdn_8' }),
      presentation: present({ id: 'prs_8', reference_id: 'debit-008' }),
      batch_id: null,
      schedule_id: null,
    },
    refused: 'state_conflict',
  },
  ModifyMandate: {
    target: MANDATE,
    command: {
      type: 'ModifyMandate',
      id: 'mod_1',
      mandate_id: 'mdt_2',
      reference_id: null,
      amount: 100_00,
      end_date: null,
      expires_in_ms: null,
      metadata: {},
    },
    refused: 'state_conflict',
  },
  CreateNotification: {
    target: { kind: 'mandate', id: 'mdt_1' },
    command: notify({ id: 'pdn_9', amount: 20_001_00 }),
    refused: 'amount_outside_mandate',
  },
  CancelNotification: {
    target: NOTICE,
    command: { type: 'CancelNotification', notification_id: 'pdn_2' },
    refused: 'state_conflict',
  },
  OptOut: {
    target: NOTICE,
    command: { type: 'OptOut', notification_id: 'pdn_2' },
    refused: 'state_conflict',
  },
  CreatePresentation: {
    target: MANDATE,
    command: { ...debit, id: 'prs_9', reference_id: 'debit-009' },
    refused: 'state_conflict',
  },
  RetryPresentation: {
    target: DEBIT,
    command: {
      type: 'RetryPresentation',
      presentation_id: 'prs_2',
      when: 'asap',
      present_at: null,
    },
    refused: 'state_conflict',
  },
  CancelPresentation: {
    target: DEBIT,
    command: { type: 'CancelPresentation', presentation_id: 'prs_2' },
    refused: 'state_conflict',
  },
  ActOnPresentation: {
    target: DEBIT,
    command: { type: 'ActOnPresentation', presentation_id: 'prs_2', answers: [] },
    refused: 'state_conflict',
  },
  ResolvePresentation: {
    target: DEBIT,
    command: {
      type: 'ResolvePresentation',
      presentation_id: 'prs_2',
      outcome: 'failed',
      rrn: null,
      note: 'late',
    },
    refused: 'state_conflict',
  },
  ReversePresentation: {
    target: DEBIT,
    command: { type: 'ReversePresentation', presentation_id: 'prs_2' },
    refused: 'state_conflict',
  },
  CreateRefund: {
    target: DEBIT,
    command: { ...refund, id: 'rfd_9', reference_id: 'refund-009' },
    refused: 'state_conflict',
  },
  AnswerRefund: {
    target: REFUND,
    command: { type: 'AnswerRefund', refund_id: 'rfd_1', outcome: DONE },
    refused: 'state_conflict',
  },
  OpenDispute: { target: DEBIT, command: { ...dispute, id: 'dsp_9' }, refused: 'state_conflict' },
  AcceptDispute: {
    target: DISPUTE,
    command: { type: 'AcceptDispute', dispute_id: 'dsp_1' },
    refused: 'state_conflict',
  },
  ContestDispute: {
    target: DISPUTE,
    command: {
      type: 'ContestDispute',
      dispute_id: 'dsp_1',
      evidence: { note: 'signed', urls: [] },
    },
    refused: 'state_conflict',
  },
  DecideDispute: {
    target: DISPUTE,
    command: { type: 'DecideDispute', dispute_id: 'dsp_1', outcome: 'won' },
    refused: 'state_conflict',
  },
  CreateSchedule: {
    target: MANDATE,
    command: { ...schedule, id: 'sch_9', reference_id: 'schedule-009' },
    refused: 'state_conflict',
  },
  PauseSchedule: {
    target: SCHEDULE,
    command: { type: 'PauseSchedule', schedule_id: 'sch_2' },
    refused: 'state_conflict',
  },
  ResumeSchedule: {
    target: SCHEDULE,
    command: { type: 'ResumeSchedule', schedule_id: 'sch_2' },
    refused: 'state_conflict',
  },
  CancelSchedule: {
    target: SCHEDULE,
    command: { type: 'CancelSchedule', schedule_id: 'sch_2' },
    refused: 'state_conflict',
  },
  CreatePayment: {
    target: { kind: 'payment', id: 'pay_9', create: true },
    command: ask({ id: 'pay_9', reference_id: 'fee-july', amount: 50 }),
    refused: 'amount_below_minimum',
  },
  CancelPayment: {
    target: PAYMENT,
    command: { type: 'CancelPayment', payment_id: 'pay_1' },
    refused: 'state_conflict',
  },
  ActOnPayment: {
    target: PAYMENT,
    command: { type: 'ActOnPayment', payment_id: 'pay_1', vpa: null, answers: [] },
    refused: 'state_conflict',
  },
  ResolvePayment: {
    target: PAYMENT,
    command: {
      type: 'ResolvePayment',
      payment_id: 'pay_1',
      outcome: 'failed',
      rrn: null,
      note: 'late',
    },
    refused: 'state_conflict',
  },
  CreateBatch: {
    target: { kind: 'batch', id: 'bat_9', create: true },
    command: { ...batch, id: 'bat_9' },
    reference: { kind: 'batch', reference_id: 'batch-001' },
    refused: 'reference_id_taken',
  },
  RecordBatchUpload: {
    target: BATCH,
    command: {
      type: 'RecordBatchUpload',
      batch_id: 'bat_1',
      rows: { accepted: 1, refused: 0 },
      amount: 1,
    },
    refused: 'state_conflict',
  },
  StartBatch: {
    target: BATCH,
    command: {
      type: 'StartBatch',
      batch_id: 'bat_1',
      rows: { accepted: 1, refused: 0 },
      amount: 1,
    },
    refused: 'state_conflict',
  },
  CancelBatch: {
    target: BATCH,
    command: { type: 'CancelBatch', batch_id: 'bat_1', reason: 'merchant' },
    refused: 'state_conflict',
  },
  RecordBatchProgress: {
    target: BATCH,
    command: {
      type: 'RecordBatchProgress',
      batch_id: 'bat_1',
      from_line: 7,
      through_line: 9,
      counts: { planned: 1, unchanged: 0, refused: 0 },
      last: false,
    },
    refused: null,
    because: BESIDE,
  },
  RecordBatchEnds: {
    target: BATCH,
    command: {
      type: 'RecordBatchEnds',
      batch_id: 'bat_1',
      ended_line: 9,
      look_at: after(0),
      results: null,
    },
    refused: null,
    because: BESIDE,
  },
  CreateWebhookEndpoint: {
    target: { kind: 'webhook_endpoint', id: 'whk_9', create: true },
    command: { type: 'CreateWebhookEndpoint', id: 'whk_9', secret: 'whsec_9', ...endpointTerms },
    refused: null,
    because: 'addresses are judged by the host before the engine is asked',
  },
  UpdateWebhookEndpoint: {
    target: ENDPOINT,
    command: { type: 'UpdateWebhookEndpoint', id: 'whk_1', terms: { events: ['*'] } },
    refused: 'state_conflict',
  },
  DisableWebhookEndpoint: {
    target: ENDPOINT,
    command: { type: 'DisableWebhookEndpoint', id: 'whk_1', because: 'merchant' },
    refused: 'state_conflict',
  },
  EnableWebhookEndpoint: {
    target: ENDPOINT,
    command: { type: 'EnableWebhookEndpoint', id: 'whk_1' },
    refused: 'state_conflict',
  },
  RotateWebhookSecret: {
    target: ENDPOINT,
    command: {
      type: 'RotateWebhookSecret',
      id: 'whk_1',
      secret: 'whsec_2',
      old_until: after(0),
      system_now: after(0),
    },
    refused: 'state_conflict',
  },
  TestWebhookEndpoint: {
    target: ENDPOINT,
    command: { type: 'TestWebhookEndpoint', id: 'whk_1' },
    refused: 'state_conflict',
  },
  DeleteWebhookEndpoint: {
    target: ENDPOINT,
    command: { type: 'DeleteWebhookEndpoint', id: 'whk_1' },
    refused: null,
    because: 'what is deleted gets the same calm answer again',
  },
  FormSettlement: {
    target: { kind: 'settlement', id: 'stl_9', create: true },
    command: {
      type: 'FormSettlement',
      id: 'stl_9',
      due: {
        speed: 't0',
        until: after(0),
        first_at: after(0),
        last_at: after(0),
        sums: {
          count: 7,
          fees: 0,
          collected: 700,
          refunded: 0,
          reversed: 0,
          disputed: 0,
          dispute_won: 0,
        },
      },
    },
    refused: 'busy',
  },
  RecordOutcome: {
    target: DEBIT,
    command: {
      type: 'RecordOutcome',
      resource_kind: 'presentation',
      resource_id: 'prs_2',
      attempt: 1,
      outcome: DONE,
    },
    refused: null,
    because: LATE,
  },
  ConfirmSending: {
    target: DEBIT,
    command: { type: 'ConfirmSending', effect },
    refused: 'state_conflict',
  },
  FireTimer: {
    target: DEBIT,
    command: { type: 'FireTimer', timer },
    refused: null,
    because: 'a timer that comes late is passed over',
  },
}

/** One merchant with everything that has ended, and all that is stored of it. */
async function createWorld() {
  const tenants = createTenants()
  const store = createMemoryStore(tenants)
  const { engine, account } = await createRuntimeWorld(store)
  const handle = async (item: Pick<Item, 'target' | 'command'> & Partial<Item>) => {
    const [handled] = await engine.handle([{ account: await account(), cause: 'test', ...item }])
    return handled
  }
  for (const [target, command] of HISTORY) {
    const handled = await handle({ target, command })
    if (handled?.ok !== true) throw new Error(`${command.type}: ${JSON.stringify(handled)}`)
  }
  return { engine, account, handle, stored: () => storedIn(engine, tenants) }
}

/** The whole store as text. */
async function storedIn({ deps }: Engine, tenants: Tenants): Promise<string> {
  const accounts = await deps.store.accounts.list()
  return JSON.stringify([accounts, tenants.all().map(plain)], (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  )
}

/** Queues and books show what they hold only when asked. */
function plain(data: TenantData): unknown {
  const { timers, held_timers, ready_effects, leased_effects, due_deliveries, books, ...rest } =
    data
  const queues = [timers, held_timers, ready_effects, leased_effects, due_deliveries]
  return {
    ...rest,
    queues: queues.map((queue) => queue.peek(queue.size, () => true)),
    // In no order: a heap.
    books: [...books.unsettled()].map((movement) => JSON.stringify(movement)).sort(),
  }
}

const rows = Object.entries(REFUSALS) as [Command['type'], Row][]
const refused = rows.filter(([, row]) => row.refused !== null)
const never = rows.filter(([, row]) => row.refused === null)

describe('a refused command leaves the store as it was', () => {
  test.each(refused)('%s, by its decider', async (_, row) => {
    const { handle, stored } = await createWorld()
    const before = await stored()
    // Under a key, whose answer is not kept.
    const handled = await handle({ ...itemOf(row), idempotency })
    expect(codeOf(handled)).toBe(row.refused)
    expect((await stored()) === before).toBe(true)
  })

  test.each(never)('%s is never refused by its decider', async (_, row) => {
    const { handle } = await createWorld()
    expect(codeOf(await handle(itemOf(row)))).toBe('accepted')
  })

  const named = rows.filter(([, { target }]) => target.create !== true)

  test.each(named)('%s, of what is not there', async (_, { target, command }) => {
    const { handle, stored } = await createWorld()
    const before = await stored()
    const handled = await handle({ target: { ...target, id: 'none' }, command })
    expect(codeOf(handled)).toBe('not_found')
    expect((await stored()) === before).toBe(true)
  })

  test.each(named)('%s, under an old version', async (_, { target, command }) => {
    const { handle, stored } = await createWorld()
    const before = await stored()
    const handled = await handle({ target, command, if_revision: [99] })
    expect(codeOf(handled)).toBe('precondition_failed')
    expect((await stored()) === before).toBe(true)
  })

  const changes: { readonly [T in AccountCommand['type']]: Extract<AccountCommand, { type: T }> } =
    {
      UpdateAccount: { type: 'UpdateAccount', terms: { name: 'Other', mcc: '0001' } },
      StopDebits: { type: 'StopDebits' },
      ResumeDebits: { type: 'ResumeDebits' },
    }

  test.each(Object.values(changes))('$type of the account', async (command) => {
    const { engine, account, stored } = await createWorld()
    const before = await stored()
    const stale = await engine.changeAccount(await account(), { command, if_revision: [99] })
    expect(stale).toMatchObject({ ok: false, rejection: { code: 'precondition_failed' } })
    if (command.type === 'UpdateAccount')
      expect(await engine.changeAccount(await account(), { command })).toMatchObject({
        ok: false,
        rejection: { code: 'mcc_not_approved' },
      })
    expect((await stored()) === before).toBe(true)
  })

  test('and the comparison sees what is written', async () => {
    const { handle, stored } = await createWorld()
    const before = await stored()
    await handle({
      target: { kind: 'mandate', id: 'mdt_1' },
      command: { type: 'RevokeMandate', mandate_id: 'mdt_1' },
    })
    expect((await stored()) === before).toBe(false)
  })
})

const idempotency = { key: 'once', hash: 'h', answer: () => ({ status: 200, body: null }) }

function itemOf({ target, command, reference }: Row): Pick<Item, 'target' | 'command'> {
  return { target, command, ...(reference !== undefined && { reference }) }
}

function codeOf(handled: Awaited<ReturnType<Engine['handle']>>[number] | undefined): string {
  if (handled === undefined || handled.ok) return 'accepted'
  if ('rejection' in handled) return handled.rejection.code
  return 'busy' in handled ? 'busy' : 'replay'
}
