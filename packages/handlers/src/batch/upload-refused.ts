import type { Refusal } from '../answer.ts'

/** Thrown while an upload is read, where it cannot be taken as a whole. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.body.detail)
    this.refusal = refusal
  }
}
