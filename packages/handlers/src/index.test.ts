import { expect, test } from 'vitest'
import * as entry from './index.ts'

test('the public entry exports what it promises, no more and no less', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "BODY_LIMIT_BYTES",
      "authenticate",
      "handlers",
      "hostedPath",
      "ifMatchOf",
      "nowOf",
      "readBody",
      "refuse",
      "refuseForm",
      "refuseInternal",
      "refuseRoute",
      "refuseTooLarge",
      "renderEventText",
      "renderMandate",
      "traceparentOf",
    ]
  `)
})
