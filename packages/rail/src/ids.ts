/** The one table of id prefixes. A prefix tells support staff and log readers what an id names. */
export const ID_PREFIXES = {
  merchant: 'mer',
  api_key: 'key',
  payer: 'pyr',
  mandate: 'mdt',
  modification: 'mod',
  notification: 'pdn',
  presentation: 'prs',
  payment: 'pay',
  refund: 'rfd',
  dispute: 'dsp',
  reversal: 'rvs',
  settlement: 'stl',
  batch: 'bat',
  schedule: 'sch',
  event: 'evt',
  webhook_endpoint: 'whk',
  delivery: 'dlv',
  effect: 'eff',
  timer: 'tmr',
  request: 'req',
} as const

export type IdKind = keyof typeof ID_PREFIXES

declare const kind: unique symbol
/** An id of ours: `<prefix>_<26 characters>`, sortable by creation. Ids of two kinds do not mix at compile time. */
export type Id<K extends IdKind> = string & { readonly [kind]: K }

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * An id from its parts: 10 characters of time (milliseconds, base 32) and 16 of chance or counting.
 *
 * @param at milliseconds since the epoch
 * @param entropy sixteen integers from 0 to 31
 */
export function formatId<K extends IdKind>(
  idKind: K,
  at: number,
  entropy: ArrayLike<number>,
): Id<K> {
  let time = at
  let head = ''
  for (let i = 0; i < 10; i++) {
    head = ALPHABET[time % 32] + head
    time = Math.floor(time / 32)
  }
  let tail = ''
  for (let i = 0; i < 16; i++) tail += ALPHABET[(entropy[i] ?? 0) & 31]
  return `${ID_PREFIXES[idKind]}_${head}${tail}` as Id<K>
}

/** The pattern that ids of a kind match, for schemas. */
export function idPattern(idKind: IdKind): RegExp {
  return new RegExp(`^${ID_PREFIXES[idKind]}_[0-9a-z]{26}$`)
}
