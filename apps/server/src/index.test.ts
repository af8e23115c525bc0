import { expect, test } from 'vitest'
import * as server from './index.ts'

test('the public entry exports these values and no others', () => {
  expect(Object.keys(server).sort()).toMatchInlineSnapshot(`
    [
      "StartRefused",
      "createApp",
      "startServer",
    ]
  `)
})
