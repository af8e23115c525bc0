import { DELIVERY_STATUSES } from '@upi-autopay/rail'
import { z } from 'zod'

/** How far one event has come on its way to one endpoint. */
export const DeliveryStatusField = z
  .enum(DELIVERY_STATUSES)
  .meta({ id: 'DeliveryStatus', 'x-open': true })
