import type { Account, LeasedEffect, Outcome } from '@upi-autopay/engine'
import { type BankPreset, MAGIC_VPAS, rupees, toInstant } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { simulatedBank } from './bank.ts'
import { createSimulator } from './simulator.ts'

const AT = toInstant(Date.parse('2030-01-07T02:30:00.000Z'))

function account(value_table = true, bank_preset: BankPreset = 'normal'): Account {
  return {
    merchant_id: 'mer_1',
    mode: 'test',
    name: 'Society',
    payee_vpa: 'society@sim',
    mcc: '5968',
    approved_mccs: ['5968'],
    approved_exemptions: [],
    settlement: 't1',
    policy: {},
    bank_account: null,
    debits_stopped: false,
    metadata: {},
    revision: 1,
    sandbox: { value_table, bank_preset },
    clock: { mode: 'frozen', offset_ms: 0, frozen_at: AT, start_at: null },
    created_at: AT,
    updated_at: AT,
  }
}

interface Asked {
  readonly kind: LeasedEffect['effect']['kind']
  readonly rupees: number
  readonly vpa?: string
  readonly authentication?: 'pin' | 'none'
  readonly attempts_before?: number
}

async function ask(asked: Asked, value_table = true): Promise<Outcome | undefined> {
  const leased: LeasedEffect = {
    effect: {
      tenant: { merchant_id: 'mer_1', mode: 'test' },
      id: 'present:prs_1:1',
      stream: 'mdt_1',
      stream_kind: 'mandate',
      kind: asked.kind,
      resource_kind: 'presentation',
      resource_id: 'prs_1',
      attempt: 1,
      provider_reference: 'prs1a1',
      request: {
        amount: rupees(asked.rupees),
        flow: 'intent',
        authentication: asked.authentication ?? 'none',
        attempts_before: asked.attempts_before ?? 0,
      },
    },
    payer:
      asked.vpa === undefined
        ? null
        : {
            name: null,
            vpa: asked.vpa,
            email: null,
            phone: null,
            account: null,
            reference_id: null,
          },
    expired: false,
  }
  const [outcome] = await createSimulator().execute([leased], {
    account: account(value_table),
    now: AT,
  })
  return outcome
}

/** What the bank will say: a code, `done`, or that it waits. */
function verdict(outcome: Outcome | undefined): string {
  const final =
    outcome !== undefined && 'later' in outcome && outcome.later
      ? outcome.later[0]?.outcome
      : outcome
  if (final?.result === 'declined') return String(final.npci_code)
  return final?.result === 'accepted' ? final.state : String(final?.result)
}

describe('the value table', () => {
  test.each([
    [1, 'done'],
    [100, 'done'],
    [101, 'done'],
    [149, 'done'],
    [150, 'Z9'],
    [200, 'Z9'],
    [201, 'done'],
  ])('a debit of %d rupees is answered %s', async (amount, expected) => {
    expect(verdict(await ask({ kind: 'present', rupees: amount }))).toBe(expected)
  })

  test.each([
    [500, 'done'],
    [501, 'NU'],
    [600, 'NU'],
    [601, 'done'],
  ])('a notice of %d rupees is answered %s', async (amount, expected) => {
    expect(verdict(await ask({ kind: 'notify', rupees: amount }))).toBe(expected)
  })

  test.each([
    [1, 'done'],
    [1000, 'done'],
    [1001, 'YC'],
    [2000, 'YC'],
    [2001, 'awaiting_payer'],
  ])('a collect registration of %d rupees is answered %s', async (amount, expected) => {
    expect(verdict(await ask({ kind: 'register', rupees: amount }))).toBe(expected)
  })

  test('counts the PIN as entered for the amounts it names, and asks the payer for others', async () => {
    expect(verdict(await ask({ kind: 'present', rupees: 150, authentication: 'pin' }))).toBe('Z9')
    expect(verdict(await ask({ kind: 'present', rupees: 120, authentication: 'pin' }))).toBe(
      'awaiting_payer',
    )
  })

  test('says nothing when it is switched off', async () => {
    expect(verdict(await ask({ kind: 'present', rupees: 150 }, false))).toBe('done')
    expect(verdict(await ask({ kind: 'register', rupees: 500 }, false))).toBe('awaiting_payer')
  })
})

describe('magic payer addresses', () => {
  test('beat the value table', async () => {
    expect(verdict(await ask({ kind: 'present', rupees: 50, vpa: 'insufficient_funds@sim' }))).toBe(
      'Z9',
    )
    expect(verdict(await ask({ kind: 'present', rupees: 150, vpa: 'anybody@sim' }))).toBe('done')
  })

  test('beat it for notices as well', async () => {
    expect(verdict(await ask({ kind: 'notify', rupees: 550, vpa: 'anybody@sim' }))).toBe('done')
    expect(verdict(await ask({ kind: 'notify', rupees: 550, vpa: 'anybody@ybl' }))).toBe('NU')
  })

  test('can decline once and then pay', async () => {
    const once = { kind: 'present', rupees: 50, vpa: 'insufficient_funds_once@sim' } as const
    expect(verdict(await ask(once))).toBe('Z9')
    expect(verdict(await ask({ ...once, attempts_before: 1 }))).toBe('done')
  })

  test('can name a bank that is offline', async () => {
    expect(verdict(await ask({ kind: 'present', rupees: 50, vpa: 'bank_offline@sim' }))).toBe('U28')
  })

  test('are ordinary addresses at another handle', async () => {
    expect(
      verdict(await ask({ kind: 'present', rupees: 50, vpa: 'insufficient_funds@okaxis' })),
    ).toBe('done')
  })
})

describe('the payer', () => {
  test('is refused by the table though approving', () => {
    const asked = { account: account(), amount: rupees(1500), vpa: null }
    expect(verdict(simulatedBank.answerToApproval('mdt_1', asked).outcome)).toBe('YC')
  })

  test('decides where the table is silent', () => {
    const asked = { account: account(), amount: rupees(2500), vpa: null }
    expect(simulatedBank.answerToOpening('mdt_1', asked)).toBeNull()
    expect(verdict(simulatedBank.answerToApproval('mdt_1', asked).outcome)).toBe('done')
  })

  test('gets the answer ten seconds later', () => {
    expect(simulatedBank.answerToDecline({ account: account() })).toMatchObject({
      after_ms: 10_000,
      outcome: { npci_code: 'ZA' },
    })
  })
})

test('a payer who approved without giving an address is no magic one: amounts still decide the debits', async () => {
  const { payer_vpa } = simulatedBank.registrationReferences('mdt_1', null)
  expect(payer_vpa).toEqual(expect.any(String))
  const debit = { kind: 'present', rupees: 150, vpa: payer_vpa as string } as const
  expect(verdict(await ask(debit))).toBe('Z9')
})

test('a mandate gets a UMN of 32 characters at the payer’s handle, and a debit an RRN of 12 digits', () => {
  expect(simulatedBank.registrationReferences('mdt_1', 'asha@okaxis').umn).toMatch(
    /^[0-9a-f]{32}@okaxis$/,
  )
  const debit = simulatedBank.answerToDebit({
    account: account(),
    amount: rupees(50),
    vpa: null,
    provider_reference: 'prs1a1',
    attempt: 1,
  })
  expect(debit.outcome).toMatchObject({
    references: {
      rrn: expect.stringMatching(/^\d{12}$/),
      npci_txn_id: expect.stringMatching(/^[A-Z0-9]{35}$/),
    },
  })
})

test('every magic address does what its row says', async () => {
  const said = await Promise.all(
    MAGIC_VPAS.map(async ({ vpa }) => [
      vpa.replace('@sim', ''),
      verdict(await ask({ kind: 'present', rupees: 50, vpa })),
    ]),
  )
  expect(Object.fromEntries(said)).toEqual({
    insufficient_funds: 'Z9',
    insufficient_funds_once: 'Z9',
    wrong_pin: 'ZM',
    pin_tries_exceeded: 'Z6',
    limit_exceeded: 'Z8',
    account_frozen: 'YE',
    revoked_by_payer: 'VA',
    bank_offline: 'U28',
    unknown_then_success: 'unknown',
    unknown_then_failure: 'unknown',
    unknown_forever: 'unknown',
    risk_declined: 'U16',
    slow: 'done',
  })
})

describe('the presets', () => {
  const debit = (preset: BankPreset, reference: string) =>
    simulatedBank.answerToDebit({
      account: account(true, preset),
      amount: rupees(300),
      vpa: null,
      provider_reference: reference,
      attempt: 1,
    })

  test('a slow bank takes ten minutes for every answer', () => {
    expect(debit('slow', 'prs1a1').after_ms).toBe(600_000)
    const asked = { account: account(true, 'slow'), amount: rupees(500), vpa: null }
    expect(simulatedBank.answerToApproval('mdt_1', asked).after_ms).toBe(600_000)
    expect(simulatedBank.answerToDecline(asked).after_ms).toBe(600_000)
  })

  test('a bad day has its shares of each misfortune, and the same debit meets the same one', () => {
    const fates = new Map<string, number>()
    for (let debits = 0; debits < 10_000; debits++) {
      const { after_ms, outcome } = debit('bad_day', `prs${debits}a1`)
      const fate = after_ms > 10_000 ? 'slow' : verdict(outcome)
      fates.set(fate, (fates.get(fate) ?? 0) + 1)
    }
    const share = (fate: string) => Math.round((fates.get(fate) ?? 0) / 100)
    expect(share('Z9')).toBeGreaterThan(17)
    expect(share('Z9')).toBeLessThan(23)
    expect(share('U28')).toBeGreaterThan(7)
    expect(share('U28')).toBeLessThan(13)
    expect(share('unknown')).toBeGreaterThan(7)
    expect(share('unknown')).toBeLessThan(13)
    expect(share('slow')).toBeGreaterThan(3)
    expect(share('slow')).toBeLessThan(7)
    expect(debit('bad_day', 'prs7a1')).toEqual(debit('bad_day', 'prs7a1'))
  })

  test('the amounts of the table decide also on a bad day', () => {
    const answers = Array.from({ length: 50 }, (_, n) =>
      simulatedBank.answerToDebit({
        account: account(true, 'bad_day'),
        amount: rupees(50),
        vpa: null,
        provider_reference: `prs${n}a1`,
        attempt: 1,
      }),
    )
    expect(new Set(answers.map(({ outcome }) => verdict(outcome)))).toEqual(new Set(['done']))
  })
})
