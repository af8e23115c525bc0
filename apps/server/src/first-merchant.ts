import type { Account, EngineDeps } from '@upi-autopay/engine'
import type { DataFolder } from './data-folder/data-folder.ts'
import { newTestAccount } from './operator/merchant-defaults.ts'
import { mintKey } from './operator/mint-key.ts'

/** The merchant that a fresh server starts with, and the key that the terminal shows. */
export interface FirstMerchant {
  readonly account: Account
  readonly testKey: string
}

/**
 * Finds the merchant whose key the data folder keeps; makes it at the first start. A database that has merchants
 * and no key here gets a new key of its oldest merchant.
 */
export async function ensureFirstMerchant(
  { store, clock, ids }: Pick<EngineDeps, 'store' | 'clock' | 'ids'>,
  digestKey: (secret: string) => string,
  folder: Pick<DataFolder, 'readTestKey' | 'writeTestKey'>,
): Promise<FirstMerchant> {
  const kept = folder.readTestKey()
  const known = kept === null ? null : await store.accounts.findByKey(digestKey(kept))
  if (kept !== null && known !== null) return { account: known.account, testKey: kept }
  const oldest = (await store.accounts.list()).find(({ mode }) => mode === 'test')
  const now = clock.now()
  const account = oldest ?? newTestAccount(ids.mint('merchant', now), { name: 'Demo Society' }, now)
  const { key, secret } = mintKey({ clock, ids }, digestKey, account)
  // Written first: a key that was never stored is replaced at the next start, an unknown one is lost.
  folder.writeTestKey(secret)
  if (oldest === undefined) await store.accounts.create(account, [key])
  else await store.accounts.addKey(key)
  return { account, testKey: secret }
}
