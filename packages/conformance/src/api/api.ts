import type { Problem } from '@upi-autopay/contract'
import type { Answer, Driver, OperationRequest } from './driver.ts'
import type { OperationName, SuccessBody } from './operations.ts'
import type { Recorder } from './recorder.ts'
import type { MerchantAccess } from './target.ts'
import type { TranscriptStep } from './transcript.ts'
import { sendOnWire, type WireRequest } from './wire.ts'

/** The API as one merchant's cases use it; every answer goes into the transcript. */
export interface Api {
  readonly access: MerchantAccess
  /** Any answer. */
  call(operation: OperationName, request?: OperationRequest): Promise<Answer>
  /** The body of a success; a refusal fails the case with its detail. */
  ok<O extends OperationName>(operation: O, request?: OperationRequest): Promise<SuccessBody<O>>
  /** The problem of a refusal; a success fails the case. */
  refused(operation: OperationName, request?: OperationRequest): Promise<Problem>
  /** Sends bytes of the case's own making. */
  send(request: WireRequest): Promise<Answer>
}

/** Puts a driver and a recorder together. */
export function createApi(
  access: MerchantAccess,
  driver: Driver,
  { recorder, who }: { recorder: Recorder; who: TranscriptStep['who'] },
): Api {
  const call: Api['call'] = async (operation, request = {}) => {
    const answer = await driver.call(operation, request)
    recorder.answer(who, operation, answer)
    return answer
  }
  return {
    access,
    call,
    ok: async (operation, request) => {
      const answer = await call(operation, request)
      if (answer.status < 200 || answer.status > 202) throw new Error(unexpected(operation, answer))
      return answer.body as SuccessBody<typeof operation>
    },
    refused: async (operation, request) => {
      const answer = await call(operation, request)
      if (answer.status < 400) throw new Error(unexpected(operation, answer))
      return answer.body as Problem
    },
    send: async (request) => {
      const answer = await sendOnWire(access, request)
      recorder.answer(who, `${request.method} ${request.path}`, answer)
      return answer
    },
  }
}

function unexpected(operation: string, { status, body }: Answer): string {
  return `${operation} answered ${status}: ${JSON.stringify(body)}`
}
