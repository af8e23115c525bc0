import type { ResourceKind } from '@upi-autopay/rail'
import type { DomainEvent } from './envelope.ts'

/** The events of one kind of resource, from the map of their types to what they say. */
export type EventOf<M, K extends ResourceKind> = {
  [T in keyof M & string]: DomainEvent<T, M[T]> & { readonly resource_kind: K }
}[keyof M & string]
