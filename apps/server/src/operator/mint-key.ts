import { randomBytes } from 'node:crypto'
import type { ApiKey, EngineDeps, Tenant } from '@upi-autopay/engine'
import { SCOPES } from '@upi-autopay/rail'

/** A new key and its secret, which is told once and kept nowhere. */
export interface MintedKey {
  readonly key: ApiKey
  readonly secret: string
}

/** Makes a key of a merchant; without scopes it may do everything. */
export function mintKey(
  { clock, ids }: Pick<EngineDeps, 'clock' | 'ids'>,
  digestKey: (secret: string) => string,
  { merchant_id, mode, scopes }: Tenant & { readonly scopes?: readonly string[] | undefined },
): MintedKey {
  const secret = `upi_${mode}_sk_${randomBytes(24).toString('base64url').replace(/[-_]/g, 'x')}`
  const now = clock.now()
  const key = {
    id: ids.mint('api_key', now),
    merchant_id,
    mode,
    digest: digestKey(secret),
    scopes: [...(scopes ?? SCOPES)],
    created_at: now,
  }
  return { key, secret }
}
