import { LIFECYCLES, type Lifecycle } from '@upi-autopay/rail'
import { group } from '../case.ts'
import { batchRow } from './matrix/batch-row.ts'
import { deedCases } from './matrix/deed-cases.ts'
import { disputeRow } from './matrix/dispute-row.ts'
import { mandateRow } from './matrix/mandate-row.ts'
import { matrixCases } from './matrix/matrix-cases.ts'
import { notificationRow } from './matrix/notification-row.ts'
import { paymentRow } from './matrix/payment-row.ts'
import { presentationRow } from './matrix/presentation-row.ts'
import { refundRow } from './matrix/refund-row.ts'
import { scheduleRow } from './matrix/schedule-row.ts'
import { webhookEndpointRow } from './matrix/webhook-endpoint-row.ts'

const ROWS = [
  mandateRow,
  notificationRow,
  presentationRow,
  paymentRow,
  refundRow,
  disputeRow,
  scheduleRow,
  batchRow,
  webhookEndpointRow,
]

/** Dated by system time, as nothing here is: the cases of webhook deliveries ask them. */
const ASKED_BESIDE = ['delivery']

/** Each action of each resource, asked in each status: what the tables offer is accepted, all else changes nothing. */
export const lifecycleMatrixCases = group('every action in every status', {
  ...Object.assign({}, ...ROWS.map(matrixCases)),
  'Every resource that takes actions is asked for them': async ({ expect }) => {
    const asked = [...ROWS.map(({ kind }): string => kind), ...ASKED_BESIDE]
    const offering = Object.values<Lifecycle>(LIFECYCLES)
      .filter(({ actions }) => Object.keys(actions).length > 0)
      .map(({ resource }) => resource)
    expect(offering.filter((resource) => !asked.includes(resource))).toEqual([])
  },
})

/** What payer, bank and rail do with each resource, in each status: what the transitions say happens, all else changes nothing. */
export const lifecycleDeedCases = group(
  'every deed of payer, bank and rail in every status',
  Object.assign({}, ...ROWS.map(deedCases)),
)
