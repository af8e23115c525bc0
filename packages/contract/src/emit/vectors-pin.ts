import { formatRfc3339, isoDate, pinRequired } from '@upi-autopay/rail'
import type { VectorFile } from './vector.ts'
import { ATTEMPT, INSTANT } from './vectors-attempts.ts'
import { ist } from './vectors-wire.ts'

/** Whether a debit takes the PIN, on both days of every change of the limits. */
export function pinVectors(): Readonly<Record<string, VectorFile>> {
  return {
    'pin.json': {
      about: 'Whether the payer has to enter the PIN, by amount, category and day',
      use: 'input.mcc: merchant category; input.any_success: whether a debit of the mandate has succeeded; input.instant: made within five minutes of activation. expected: the rule that asks for the PIN, or null.',
      cases: [
        ...DAYS.flatMap(([day, limit, higher]) => [
          pin(day, { amount: limit }),
          pin(day, { amount: limit + 1 }),
          pin(day, { amount: higher, mcc: '6300' }),
          pin(day, { amount: higher + 1, mcc: '6300' }),
        ]),
        ...HIGHER.map((mcc) => pin('2026-11-24', { amount: 10_000_000, mcc })),
        pin('2026-11-24', { amount: 10_000_000, mcc: '5473' }),
        pin('2026-11-24', { amount: 100, any_success: false }),
        pin('2026-11-24', { ...INSTANT, amount: 1_500_000 }),
        pin('2026-11-24', { ...INSTANT, amount: 1_500_001 }),
      ],
    },
  }
}

/** Each day around a change, with the limit in general and for insurance, in paise. */
const DAYS = [
  ['2020-12-31', 200_000, 200_000],
  ['2021-01-01', 500_000, 500_000],
  ['2022-06-15', 500_000, 500_000],
  ['2022-06-16', 1_500_000, 1_500_000],
  ['2023-12-13', 1_500_000, 1_500_000],
  ['2023-12-14', 1_500_000, 10_000_000],
  ['2026-04-20', 1_500_000, 10_000_000],
  ['2026-04-21', 1_500_000, 10_000_000],
] as const

const HIGHER = ['5413', '5960', '6012', '6211', '6381', '6399', '6529']

function pin(day: string, change: Partial<typeof ATTEMPT>): VectorFile['cases'][number] {
  const at = ist(`${isoDate(day)}T14:00:00`)
  const facts = { ...ATTEMPT, ...change }
  const { mcc, amount, instant, any_success } = facts
  return {
    input: { at: formatRfc3339(at), mcc, amount, instant, any_success },
    expected: pinRequired(facts, at),
  }
}
