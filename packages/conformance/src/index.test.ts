import { expect, test } from 'vitest'
import * as entry from './index.ts'

test('the package exports exactly these names', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'API_CASES',
    'CONFORMANCE_MERCHANTS',
    'SHOWN_ELSEWHERE',
    'alikeSuite',
    'apiSuite',
    'clientDriver',
    'compareTranscripts',
    'coverageOf',
    'createRecorder',
    'firstDifference',
    'keysAt',
    'rawDriver',
    'reportSeed',
    'sessionAt',
    'simulate',
    'stepsOf',
    'storeSuite',
    'transcriptOf',
    'watchTransitions',
  ])
})
