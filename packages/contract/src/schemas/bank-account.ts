import { z } from 'zod'
import { formed } from './fields.ts'

/** An account at an Indian bank. */
export const BankAccount = z
  .strictObject({
    number: formed(/^\d{6,18}$/, 'an account number of 6 to 18 digits'),
    ifsc: formed(/^[A-Z]{4}0[A-Z0-9]{6}$/, 'an IFSC such as HDFC0000001'),
  })
  .meta({ id: 'BankAccount', description: 'An account at an Indian bank.' })
