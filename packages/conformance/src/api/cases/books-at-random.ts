import { createRandom } from '@upi-autopay/engine'
import { group, type World } from '../case.ts'
import { rs } from '../given.ts'
import { balanced, settlements, sum, transactions } from './balanced.ts'

/** The books after acts that chance picks, the same for every host. */
export const randomBookCases = group('the books at random', {
  'Whatever is paid, refunded, reversed, disputed and settled, the books hold after each act': (
    world,
  ) => play(world, 5),
  'And in another order': (world) => play(world, 6),
})

const ACTS = 40
const WAITS = ['PT10S', 'PT10S', 'PT5M', 'PT16M', 'PT3H', 'P1D'] as const

interface Made {
  readonly sources: { readonly id: string; readonly object: 'payment' | 'presentation' }[]
  readonly refunds: string[]
  readonly disputes: string[]
}

async function play(world: World, seed: number): Promise<void> {
  const word = createRandom(seed)
  const made: Made = { sources: [], refunds: [], disputes: [] }
  for (const settlement of ['t0', 't1', 't0'] as const) {
    const debit = await world.given.instant(await world.given.active({ settlement }), {
      amount: rs(400),
    })
    made.sources.push({ id: debit.id, object: 'presentation' })
  }
  for (let act = 0; act < ACTS; act++) {
    await perform(world, made, word)
    await balanced(world)
  }
  await expectItems(world)
  await expectRefunds(world, made)
}

/** One act; what cannot be is refused, and that is an act too. */
async function perform(world: World, made: Made, word: () => number): Promise<void> {
  const { api, given, clock } = world
  const pick = <T>(values: readonly T[]): T | undefined => values[word() % values.length]
  const amount = word() % 3 === 0 ? {} : { amount: rs(1 + (word() % 400)) }
  const source = pick(made.sources)
  switch (word() % 10) {
    case 0:
    case 1: {
      const settlement = word() % 2 === 0 ? 't0' : 't1'
      const payment = await given.payment({ settlement, amount: rs(300 + (word() % 100)) })
      made.sources.push({ id: payment.id, object: 'payment' })
      await api.ok('sandbox.approvePayment', { params: { id: payment.id }, body: {} })
      return
    }
    case 2:
    case 3: {
      const body = { [`${source?.object}_id`]: source?.id, reference_id: given.reference() }
      const { status, body: refund } = await api.call('refunds.create', {
        body: { ...body, ...amount },
      })
      if (status === 201) made.refunds.push((refund as { id: string }).id)
      return
    }
    case 4: {
      const id = pick(made.refunds)
      if (id !== undefined)
        await api.call(word() % 2 === 0 ? 'sandbox.succeedRefund' : 'sandbox.failRefund', {
          params: { id },
        })
      return
    }
    case 5: {
      const operation =
        source?.object === 'payment' ? 'sandbox.disputePayment' : 'sandbox.disputePresentation'
      const request = { params: { id: source?.id ?? '' }, body: amount }
      const { status, body: dispute } = await api.call(operation, request)
      if (status < 300) made.disputes.push((dispute as { id: string }).id)
      return
    }
    case 6: {
      const id = pick(made.disputes)
      const operation = pick([
        'sandbox.winDispute',
        'sandbox.loseDispute',
        'disputes.accept',
      ] as const)
      if (id !== undefined && operation !== undefined) await api.call(operation, { params: { id } })
      return
    }
    case 7:
      if (source?.object === 'presentation')
        await api.call('sandbox.reversePresentation', { params: { id: source.id } })
      return
    default:
      await clock.advance(pick(WAITS) ?? 'PT10S')
  }
}

/** Every settlement holds what it says, and what moved is in one of them at most. */
async function expectItems({ api, expect }: World): Promise<void> {
  const held: string[] = []
  for (const settlement of await settlements(api)) {
    const { data: items } = await api.ok('settlements.items', {
      params: { id: settlement.id },
      query: { limit: 100 },
    })
    const of = (kind: string): number =>
      sum(items.filter((item) => item.kind === kind).map(({ amount }) => Math.abs(amount)))
    expect({
      gross: of('collected'),
      refunds: of('refunded'),
      reversals: of('reversed'),
      disputes: of('disputed'),
      disputes_won: of('dispute_won'),
      net: sum(items.map(({ amount, fee }) => amount - fee)),
      count: items.length,
    }).toEqual({
      gross: settlement.gross,
      refunds: settlement.refunds,
      reversals: settlement.reversals,
      disputes: settlement.disputes,
      disputes_won: settlement.disputes_won,
      net: settlement.net,
      count: settlement.count,
    })
    held.push(...items.map(({ id }) => id))
  }
  expect(held.length > 0).toBe(true)
  expect(new Set(held).size).toBe(held.length)
}

/** What went back of each collection is what its refunds say, and never more than came in. */
async function expectRefunds({ api, expect }: World, made: Made): Promise<void> {
  const paidBack = (await transactions(api)).filter(({ type }) => type === 'refund')
  for (const { id, object } of made.sources) {
    const source =
      object === 'payment'
        ? await api.ok('payments.get', { params: { id } })
        : await api.ok('presentations.get', { params: { id } })
    const mine = paidBack.filter((one) => one[`${object}_id`] === id)
    expect(sum(mine.map(({ net }) => net)) + source.amount_refunded).toBe(0)
    expect(source.amount_refunded <= source.amount_collected).toBe(true)
  }
}
