/** A `traceparent` header of the known form; any other is passed over, as W3C Trace Context says. */
export function traceparentOf(sent: string | undefined): string | undefined {
  return sent !== undefined && FORM.test(sent) ? sent : undefined
}

/** Version, trace, parent, flags; neither trace nor parent is all zeros, and the version `ff` means nothing. */
const FORM = /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/
