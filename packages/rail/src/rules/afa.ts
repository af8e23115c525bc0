import { addDays, isoDate } from '../calendar.ts'
import { formatRupees, rupees } from '../money.ts'
import type { AttemptFacts } from './facts.ts'
import { restated } from './framework.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'

/** Insurance premiums, mutual fund subscriptions and credit card bills, by merchant category. */
const HIGHER_MCCS = ['5413', '5960', '6012', '6211', '6300', '6381', '6399', '6529'] as const
const HIGHER_FROM = isoDate('2023-12-14')

const FIRST_DEBIT: Rule<AttemptFacts> = {
  id: 'afa.first_debit',
  title:
    'Until a debit of the mandate has succeeded, the payer enters the PIN for any amount, the instant debit apart.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'rbi-2020',
  consequence: 'requires_pin',
  applies: ({ instant }) => !instant,
  check: ({ any_success }) =>
    any_success
      ? null
      : {
          message: 'No debit of this mandate has succeeded yet, so the payer enters the PIN.',
          pointer: '',
        },
  holding: () => 'A debit of this mandate has succeeded before.',
}

/** Until a debit of the mandate has succeeded, each one outside the instant window takes the PIN. */
export const AFA_FIRST_DEBIT: readonly Rule<AttemptFacts>[] = restated(FIRST_DEBIT, 'rbi-2020')

/** The limits over time, and since December 2023 by category. */
export const AFA_AMOUNT_LIMITS: readonly Rule<AttemptFacts>[] = [
  {
    ...limitRow(2_000),
    effective_from: LAUNCH_DATE,
    effective_until: isoDate('2020-12-31'),
    source: 'rbi-2020',
  },
  {
    ...limitRow(5_000),
    effective_from: isoDate('2021-01-01'),
    effective_until: isoDate('2022-06-15'),
    source: 'rbi-2020-12',
  },
  {
    ...limitRow(15_000),
    effective_from: isoDate('2022-06-16'),
    effective_until: addDays(HIGHER_FROM, -1),
    source: 'rbi-2022',
  },
  ...restated<Rule<AttemptFacts>>(
    {
      ...limitRow(15_000),
      effective_from: HIGHER_FROM,
      source: 'rbi-2022',
      applies: (facts) => !isHigher(facts),
    },
    'rbi-2022',
  ),
  ...restated<Rule<AttemptFacts>>(
    {
      ...limitRow(100_000),
      title:
        'Without the PIN a debit is at most ₹1,00,000.00 for insurance, mutual funds and credit card bills.',
      value: { limit_paise: rupees(100_000), mccs: HIGHER_MCCS },
      effective_from: HIGHER_FROM,
      source: 'npci-oc-151a',
      applies: isHigher,
    },
    'npci-oc-151a',
  ),
]

/** What decides whether the payer enters the PIN. */
export const AFA_RULES: readonly Rule<AttemptFacts>[] = [...AFA_FIRST_DEBIT, ...AFA_AMOUNT_LIMITS]

function isHigher({ mcc }: AttemptFacts): boolean {
  return HIGHER_MCCS.some((higher) => higher === mcc)
}

function limitRow(
  limitRupees: number,
): Pick<Rule<AttemptFacts>, 'id' | 'title' | 'value' | 'consequence' | 'check' | 'holding'> {
  const limit = rupees(limitRupees)
  return {
    id: 'afa.amount_limit',
    title: `Without the PIN a debit is at most ${formatRupees(limit)}.`,
    value: { limit_paise: limit },
    consequence: 'requires_pin',
    check: ({ amount, mcc }) =>
      amount <= limit
        ? null
        : {
            message: `${formatRupees(amount)} is above ${formatRupees(limit)}, the limit without the PIN for category ${mcc}.`,
            pointer: '',
            limit: { limit_paise: limit },
          },
    holding: ({ amount, mcc }) =>
      `${formatRupees(amount)} is not above ${formatRupees(limit)}, the limit without the PIN for category ${mcc}.`,
  }
}
