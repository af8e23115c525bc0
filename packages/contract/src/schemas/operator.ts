import { SCOPES } from '@upi-autopay/rail'
import { z } from 'zod'
import { InstantField, MccField, text, VpaField } from './fields.ts'
import { NoticeExemptionField } from './mandate.ts'
import { MerchantPolicy } from './merchant-policy.ts'

const ScopeField = z.enum(SCOPES).meta({ id: 'Scope' })

const merchantFields = {
  id: z.string(),
  name: z.string(),
  payee_vpa: VpaField,
  mcc: MccField,
  approved_mccs: z.array(MccField),
  approved_exemptions: z.array(NoticeExemptionField),
  policy: MerchantPolicy,
  created_at: InstantField,
}

/** A merchant, as the operator of the service sees it. */
export const Merchant = z.strictObject(merchantFields).meta({ id: 'Merchant' })
export type Merchant = z.output<typeof Merchant>

/** The answer of the creation alone: it shows the first test key. */
export const MerchantCreated = z
  .strictObject({ ...merchantFields, test_key: z.string() })
  .meta({ id: 'MerchantCreated' })
export type MerchantCreated = z.output<typeof MerchantCreated>

/** The body that makes a merchant. */
export const MerchantCreate = z
  .strictObject({
    name: text(1, 100),
    payee_vpa: VpaField.optional(),
    mcc: MccField.optional(),
    approved_mccs: z.array(MccField).min(1).max(100).optional(),
    approved_exemptions: z.array(NoticeExemptionField).optional(),
    policy: MerchantPolicy.optional(),
  })
  .meta({ id: 'MerchantCreate' })
export type MerchantCreate = z.output<typeof MerchantCreate>

/** The body that makes a key. */
export const ApiKeyCreate = z
  .strictObject({ mode: z.literal('test'), scopes: z.array(ScopeField).min(1).optional() })
  .meta({ id: 'ApiKeyCreate' })
export type ApiKeyCreate = z.output<typeof ApiKeyCreate>

/** A new key; its secret is shown this once. */
export const ApiKeyCreated = z
  .strictObject({
    id: z.string(),
    secret: z.string(),
    mode: z.literal('test'),
    scopes: z.array(ScopeField),
  })
  .meta({ id: 'ApiKeyCreated' })
export type ApiKeyCreated = z.output<typeof ApiKeyCreated>
