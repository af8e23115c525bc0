/** One answer of an implementation, with everything taken out that may differ between two of them. */
export interface TranscriptStep {
  /** Which merchant asked: the first, the one beside it, or one that was made with a policy of its own. */
  readonly who: 'merchant' | 'other' | 'third'
  /** An operation of the contract, or method and path of a request made by hand. */
  readonly operation: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What one case saw, in the order in which it asked. Steps named by the case stand between the answers. */
export interface Transcript {
  /** The group and sentence of the case. */
  readonly name: string
  readonly steps: readonly (TranscriptStep | string)[]
  /** What was answered while nothing was recorded, as it came: it counts as met, and is compared with nothing. */
  readonly unrecorded: readonly TranscriptStep[]
}
