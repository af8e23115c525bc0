import { describe, expect, test } from 'vitest'
import { generateSecret } from './generate-secret.ts'
import { sign } from './sign.ts'
import { verify } from './verify.ts'

describe('making a secret', () => {
  test('24 bytes become whsec_ and 32 characters', () => {
    expect(generateSecret(new Uint8Array(24).map((_, index) => index))).toBe(
      'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX',
    )
  })

  test.each([24, 25, 26, 32, 64])('a secret of %i bytes signs and verifies', async (length) => {
    const secret = generateSecret(new Uint8Array(length).fill(251))
    const headers = await sign({
      id: 'evt_1',
      timestampSeconds: 1000,
      payload: '{}',
      secrets: [secret],
    })
    expect(await verify('{}', headers, secret, { now: 1_000_000 })).toEqual({})
  })

  test.each([0, 16, 23, 65])('%i bytes are refused', (length) => {
    expect(() => generateSecret(new Uint8Array(length))).toThrow(RangeError)
  })
})
