import type { Presentation } from '@upi-autopay/contract'
import { type Beside, group, type World } from '../case.ts'
import { rs } from '../given.ts'

/** Two days side by side, and what each of them answers. */
type Edge<T> = readonly [before: T, from: T]

/** A merchant whose rules are those of another day: every decision follows the rows of that day. */
export const ruleDayCases = group(
  'rules as of another day',
  {
    'The rules of such a merchant are listed as they were': async (world) => {
      await onBothSides(world, '2025-08-01', [false, true], async ({ api }) => {
        const { data } = await api.ok('rules.list')
        return data.some(({ id }) => id === 'presentation.off_peak')
      })
    },

    'Registration and payment by collect are open up to 27 February 2026': async (world) => {
      await onBothSides(world, '2026-02-28', [201, 422], async ({ api, given }) => {
        const payer = { vpa: 'asha@sim' }
        const mandate = await api.call('mandates.create', {
          body: given.terms({ flow: 'collect', payer }),
        })
        const payment = await api.call('payments.create', {
          body: given.asks({ flow: 'collect', payer }),
        })
        world.expect(payment.status).toBe(mandate.status)
        return mandate.status
      })
    },

    'Without the PIN a debit is at most ₹5,000 up to 15 June 2022, ₹15,000 from the next day on':
      async (world) => {
        await onBothSides(
          world,
          '2022-06-16',
          [
            ['succeeded', 'awaiting_payer', 'awaiting_payer', 'awaiting_payer'],
            ['succeeded', 'succeeded', 'succeeded', 'awaiting_payer'],
          ],
          (third) => statusesOf(third, [rs(5000), rs(5000.01), rs(15_000), rs(15_000.01)], '5411'),
        )
      },

    'For funds and insurance the limit is a lakh from 14 December 2023 on': async (world) => {
      await onBothSides(
        world,
        '2023-12-14',
        [
          ['succeeded', 'awaiting_payer', 'awaiting_payer', 'awaiting_payer'],
          ['succeeded', 'succeeded', 'succeeded', 'awaiting_payer'],
        ],
        (third) =>
          statusesOf(third, [rs(15_000), rs(15_000.01), rs(100_000), rs(100_000.01)], '6211'),
      )
    },

    'Peak hours hold no debit back up to 31 July 2025': async (world) => {
      await onBothSides(
        world,
        '2025-08-01',
        [
          ['succeeded', null],
          ['scheduled', 'peak_hours'],
        ],
        async ({ given, clock }) => {
          const debit = await given.debit(await given.delivered(await given.debitedOnce()), {
            when: 'at',
            present_at: '2030-01-08T04:30:00.000Z',
          })
          await clock.to('2030-01-08 10:01')
          const { status, deferred_because } = await given.presentation(debit)
          return [status, deferred_because]
        },
      )
    },

    'The rail counts attempts from 1 August 2025 on; before, the provider alone does': async (
      world,
    ) => {
      await onBothSides(
        world,
        '2025-08-01',
        [9, 4],
        async ({ given }) =>
          (await given.debit(await given.delivered(await given.debitedOnce()))).attempts_left,
        { attempts_max: 9 },
      )
    },

    'The link of a recurring mandate has purpose 14 up to 24 July 2026, then AZ': async (world) => {
      await onBothSides(world, '2026-07-25', ['14', 'AZ'], async ({ given }) => {
        const { authorization } = await given.pending()
        return new URL(authorization?.upi_link ?? '').searchParams.get('purpose')
      })
    },

    'A refusal cites the older circular up to 20 April 2026, then the framework': async (world) => {
      await onBothSides(world, '2026-04-21', ['rbi-2020', 'rbi-2026'], async ({ api, given }) => {
        const { id } = await given.active()
        const { rule } = await api.refused('notifications.create', {
          params: { id },
          body: { amount: rs(300), debit_date: '2030-01-20' },
        })
        return rule?.source.key
      })
    },

    'Refills of FASTag are exempt from the notice from 22 August 2024 on': async (world) => {
      await onBothSides(world, '2024-08-22', [422, 201], async ({ api, given }) => {
        const body = given.terms({ notice_exemption: 'fastag' })
        return (await api.call('mandates.create', { body })).status
      })
    },

    'Payers of loans revoke up to 19 July 2022, and pause up to 6 December 2023': async (world) => {
      await onBothSides(world, '2022-07-20', [200, 422], async ({ api, given }) => {
        const { id } = await given.active({ mcc: '7322' })
        return (await api.call('sandbox.revokeMandate', { params: { id } })).status
      })
      await onBothSides(world, '2023-12-07', [200, 422], async ({ api, given }) => {
        const { id } = await given.active({ mcc: '7322' })
        return (await api.call('sandbox.pauseMandate', { params: { id } })).status
      })
    },
  },
  'merchantPolicies',
)

/** Asks a merchant held to the day before an edge, and one held to the edge itself. */
async function onBothSides<T>(
  { merchantWith, expect }: World,
  edge: string,
  expected: Edge<T>,
  ask: (third: Beside) => Promise<T>,
  policy: object = {},
): Promise<void> {
  const before = new Date(Date.parse(edge) - 86_400_000).toISOString().slice(0, 10)
  for (const [index, day] of [before, edge].entries())
    expect(await ask(await merchantWith({ ...policy, rules_as_of: day })), day).toEqual(
      expected[index],
    )
}

/** What debits of these amounts have come to twenty minutes after they were due; a first debit is behind each mandate. */
async function statusesOf(
  { given, clock }: Beside,
  amounts: readonly number[],
  mcc: string,
): Promise<string[]> {
  const debits: Presentation[] = []
  for (const amount of amounts) {
    const notice = await given.delivered(await given.debitedOnce({ amount, mcc }), { amount })
    debits.push(await given.debit(notice))
  }
  await clock.to('2030-01-08 08:20')
  const statuses: string[] = []
  for (const debit of debits) statuses.push((await given.presentation(debit)).status)
  return statuses
}
