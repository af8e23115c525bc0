import type { Instant, TransactionKind } from '@upi-autopay/rail'
import type { Tenant } from '../kernel/envelope.ts'
import type { Page, PageQuery, ReadRow } from './resource-store.ts'

/** The money's history over several kinds of resource at once, read from the rows that are there anyway. */
export interface TransactionStore {
  /** Null when there is no such id among the kinds that move money. */
  get(tenant: Tenant, id: string): Promise<Transaction | null>
  /** Newest first over all kinds: by the part of the id that follows its prefix. */
  list(query: TransactionQuery): Promise<Page<Transaction>>
}

/** A resource that moves money, with what it has moved. */
export interface Transaction extends ReadRow {
  /** Signed paise: what its movements came to so far, fees taken off. */
  readonly net: number
  readonly fees: number
  /** The settlements that hold them, in the order in which they moved. */
  readonly settlement_ids: readonly string[]
}

/** Which transactions to list. */
export interface TransactionQuery extends PageQuery {
  readonly type?: TransactionKind
  readonly status?: string
  readonly reference_id?: string
  readonly mandate_id?: string
  readonly payer_vpa?: string
  readonly payer_reference_id?: string
  readonly settlement_id?: string
  /** An id or reference of the resource or of what it belongs to, or what rail or bank call one of them: all of it, exactly. */
  readonly search?: string
  /** Inclusive. */
  readonly created_from?: Instant
  /** Exclusive. */
  readonly created_until?: Instant
}
