import type { NeutralRequest, NeutralResponse, Respond } from './neutral.ts'

/** A pipeline that remembers what it answered to reads, and a way to do what changes the state apart from it. */
export interface ReadMemory {
  readonly respond: Respond
  /** Runs something that may change the state: nothing is remembered from before, nor meanwhile. */
  readonly changing: <T>(work: () => Promise<T>) => Promise<T>
}

/** More answers than any test reads between two writes; then it begins anew. */
const ANSWERS_KEPT = 1_000

/**
 * Under a frozen clock a read is a function of the state, and the state changes by writes alone: until the next one,
 * the same read has the same answer. Frontends poll, and MSW leaves little time per request.
 */
export function createReadMemory(respond: Respond, mintRequestId: () => string): ReadMemory {
  const answers = new Map<string, NeutralResponse>()
  let changes = 0
  let under_way = 0

  async function changing<T>(work: () => Promise<T>): Promise<T> {
    under_way++
    changes++
    answers.clear()
    try {
      return await work()
    } finally {
      under_way--
    }
  }

  return {
    changing,
    respond: async (request) => {
      if (request.method !== 'GET') return changing(() => respond(request))
      if (under_way > 0) return respond(request)
      const key = keyOf(request)
      const known = answers.get(key)
      if (known !== undefined)
        return { ...known, headers: { ...known.headers, 'request-id': mintRequestId() } }
      const before = changes
      const answer = await respond(request)
      if (answer.lasting && before === changes) {
        if (answers.size >= ANSWERS_KEPT) answers.clear()
        answers.set(key, answer)
      }
      return answer
    },
  }
}

/** All that an answer to a read depends on. */
function keyOf({ path, query, headers }: NeutralRequest): string {
  return `${headers.get('authorization')}\n${path}?${query}`
}
