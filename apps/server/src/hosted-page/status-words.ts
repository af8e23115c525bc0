/** What a payer is told of where a mandate stands. */
export interface StatusWords {
  readonly title: string
  readonly says: string
  /** How the page is coloured: money may move, it will not, or nothing is settled. */
  readonly tone: 'good' | 'bad' | 'calm'
  /** What the payer should know while debits are possible. */
  readonly points: readonly string[]
}
