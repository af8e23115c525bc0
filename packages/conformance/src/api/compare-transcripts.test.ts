import { expect, test } from 'vitest'
import { compareTranscripts } from './compare-transcripts.ts'
import { createRecorder } from './recorder.ts'

const ONE = '01q3x3ac20gbhnzg2a7d7516fy'
const TWO = '01q3x3ac200cw0zgt6mfqmpc8k'

function transcript(id: string, body: object) {
  const recorder = createRecorder('a case')
  recorder.step('the payer approves')
  recorder.answer('merchant', 'mandates.get', {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', date: id },
    body: { id: `mdt_${id}`, request_id: id, ...body },
  })
  return [recorder.transcript()]
}

test('two answers that differ in ids, secrets and origins only are equal', () => {
  const answer = (id: string, origin: string) =>
    transcript(id, {
      umn: `${id}@ybl`,
      hosted_url: `${origin}/pay/mdt_${id}`,
      link: `upi://mandate?tid=mdt${id}&am=1.00`,
      detail: `There is no mandate mdt_${id}.`,
    })
  expect(compareTranscripts(answer(ONE, 'http://a.test'), answer(TWO, 'https://b.test:4010'))).toBe(
    null,
  )
})

test('an id that belongs to another resource is a difference', () => {
  const one = transcript(ONE, { mandate_id: `mdt_${ONE}` })
  const two = transcript(ONE, { mandate_id: `mdt_${TWO}` })
  expect(compareTranscripts(one, two)?.path).toBe('body.mandate_id')
})

test('the first difference is named with its case, its answer and the step before it', () => {
  const one = transcript(ONE, { status: 'active' })
  const two = transcript(TWO, { status: 'paused' })
  expect(compareTranscripts(one, two)).toEqual({
    case: 'a case',
    at: 'answer 2 (mandates.get, after the payer approves)',
    path: 'body.status',
    one: 'active',
    two: 'paused',
  })
})

test('a case that one of the two did not run is no difference', () => {
  expect(compareTranscripts(transcript(ONE, {}), [])).toBe(null)
})
