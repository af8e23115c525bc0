import { isoDate } from '../calendar.ts'

/**
 * First day of the month in which UPI AutoPay was launched. Rows begin here when their source gives no date of its
 * own, or restates what the circulars before it already demanded.
 */
export const LAUNCH_DATE = isoDate('2020-07-01')
