import { addDays, isoDate } from '../calendar.ts'
import type { AttemptFacts, RegistrationFacts } from './facts.ts'
import { restated } from './framework.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'

const EXEMPTIONS_FROM = isoDate('2024-08-22')

const EXEMPTION: Rule<RegistrationFacts> = {
  id: 'notice.exemption',
  title:
    'Only refills of FASTag and NCMC balances go without notice: as_presented, and for accounts approved for it.',
  value: { exemptions: ['fastag', 'ncmc'], frequency: 'as_presented' },
  effective_from: EXEMPTIONS_FROM,
  source: 'rbi-2024',
  consequence: 'notice_exemption_not_allowed',
  applies: ({ notice_exemption }) => notice_exemption !== null,
  check: ({ notice_exemption, frequency, approved_exemptions }) => {
    if (notice_exemption === null) return null
    if (!approved_exemptions.includes(notice_exemption))
      return {
        message: `The account is not approved for the exemption ${notice_exemption}; it is approved for ${approved_exemptions.join(', ') || 'none'}.`,
        pointer: '/notice_exemption',
        limit: { approved: approved_exemptions.join(', ') },
      }
    return frequency === 'as_presented'
      ? null
      : {
          message: `The exemption ${notice_exemption} goes with frequency as_presented, not with ${frequency}.`,
          pointer: '/frequency',
          limit: { frequency: 'as_presented' },
        }
  },
}

/** Which mandates may say that their debits need no notice. */
export const NOTICE_EXEMPTION: readonly Rule<RegistrationFacts>[] = [
  {
    ...EXEMPTION,
    title: 'No mandate is exempt from the notice.',
    value: {},
    effective_from: LAUNCH_DATE,
    effective_until: addDays(EXEMPTIONS_FROM, -1),
    source: 'rbi-2020',
    check: ({ notice_exemption }) => ({
      message: `The exemption ${notice_exemption} came on ${EXEMPTIONS_FROM}.`,
      pointer: '/notice_exemption',
      limit: { earliest: EXEMPTIONS_FROM },
    }),
  },
  ...restated(EXEMPTION, 'rbi-2024'),
]

const REQUIRED: Rule<AttemptFacts> = {
  id: 'notice.required',
  title: 'A debit is made on a delivered notice, the instant debit and exempt mandates apart.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'rbi-2020',
  consequence: 'notice_required',
  applies: ({ instant }) => !instant,
  check: ({ notice, notice_exempt }) =>
    notice !== null || notice_exempt
      ? null
      : {
          message: 'This mandate has no exemption, and the debit names no notice.',
          pointer: '/notification_id',
        },
  holding: ({ notice }) =>
    notice === null
      ? 'Debits of this mandate are exempt from the notice.'
      : `The notice for ${notice.debit_date} announces this debit.`,
}

/** No debit without notice, unless the rail lets it go without. */
export const NOTICE_REQUIRED: readonly Rule<AttemptFacts>[] = restated(REQUIRED, 'rbi-2020')
