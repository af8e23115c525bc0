import { addDays, type IsoDate, isoDate } from '../calendar.ts'
import type { Flow, Frequency } from '../vocabulary.ts'
import { inForce } from './applicable-rules.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import { isPayerRevocable, NOT_REVOCABLE_MCCS } from './payer-action.ts'
import type { RuleRow } from './rule.ts'

const INTEROPERABLE_FROM = isoDate('2026-07-25')
const PURPOSE = {
  id: 'link.purpose',
  effective_from: LAUNCH_DATE,
  consequence: 'sets',
} as const

const PURPOSES = [
  {
    ...PURPOSE,
    title: 'The link of a mandate for one debit has purpose 01, that of a recurring one 14.',
    value: { one_time: '01', recurring: '14' },
    effective_until: addDays(INTEROPERABLE_FROM, -1),
    source: 'setu',
  },
  {
    ...PURPOSE,
    title:
      'The link of a mandate for one debit has purpose 01, that of a recurring one AZ: any app may manage it. Mandates made before stay on 14.',
    value: { one_time: '01', recurring: 'AZ' },
    effective_from: INTEROPERABLE_FROM,
    source: 'decentro-presentation',
  },
] as const satisfies readonly RuleRow[]

const MODES = { intent: '04', qr: '01', collect: '00' } as const

/** What a registration link says besides the terms. The rail demands it; nothing that a caller sends can break it. */
export const LINK_RULES: readonly RuleRow[] = [
  ...PURPOSES,
  {
    id: 'link.mode',
    title: 'A link opened by intent has initiation mode 04, one read from a QR code 01.',
    value: MODES,
    effective_from: LAUNCH_DATE,
    source: 'setu',
    consequence: 'sets',
  },
  {
    id: 'link.block',
    title: 'A recurring mandate blocks no funds.',
    value: { block: 'N' },
    effective_from: LAUNCH_DATE,
    source: 'npci-codes',
    consequence: 'sets',
  },
  {
    id: 'link.revocable',
    title: 'A recurring mandate is revocable by the payer, that of a loan apart.',
    value: { revocable: 'Y', not_revocable: 'N', not_revocable_mccs: NOT_REVOCABLE_MCCS },
    effective_from: LAUNCH_DATE,
    source: 'npci-codes',
    consequence: 'sets',
  },
]

/** 01 for one debit; for standing instructions 14, or AZ since any app may manage them. */
export function purposeCode(frequency: Frequency, date: IsoDate): '01' | '14' | 'AZ' {
  const row = PURPOSES.find((one) => inForce(one, date)) ?? PURPOSES[0]
  return frequency === 'one_time' ? row.value.one_time : row.value.recurring
}

/** How the payer comes to the link. */
export function initiationMode(flow: Flow): '00' | '01' | '04' {
  return MODES[flow]
}

/** The flag that says whether the payer may revoke. */
export function revocableFlag(mcc: string): 'Y' | 'N' {
  return isPayerRevocable(mcc) ? 'Y' : 'N'
}

/** The flag that says whether the amount is set aside. */
export const BLOCK_FLAG = 'N'
