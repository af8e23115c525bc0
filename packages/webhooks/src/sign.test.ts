import { describe, expect, test } from 'vitest'
import { sign } from './sign.ts'

const published = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestampSeconds: 1614265330,
  payload: '{"test": 2432232314}',
  secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
}

describe('signing a delivery', () => {
  test('the published example of Standard Webhooks gets the published signature', async () => {
    expect(await sign(published)).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  test('a body in bytes gets the signature of the same body in text', async () => {
    const payload = Uint8Array.from(published.payload, (character) => character.charCodeAt(0))
    expect(await sign({ ...published, payload })).toEqual(await sign(published))
  })

  test('during a rotation the delivery carries one signature per secret, in their order', async () => {
    const other = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX'
    const [first] = (await sign(published))['webhook-signature'].split(' ')
    const [second] = (await sign({ ...published, secrets: [other] }))['webhook-signature'].split(
      ' ',
    )
    const both = await sign({ ...published, secrets: [...published.secrets, other] })
    expect(both['webhook-signature']).toBe(`${first} ${second}`)
    expect(first).not.toBe(second)
  })

  test.each([
    ['an id with a full stop, which would make the signed text ambiguous', { id: 'evt_1.2' }],
    ['an empty id', { id: '' }],
    ['a time in fractions of a second', { timestampSeconds: 1614265330.5 }],
    ['no secret at all', { secrets: [] }],
    ['a secret that is not base64', { secrets: ['whsec_not base64'] }],
    ['a key shorter than 24 bytes', { secrets: ['whsec_AAECAwQFBgc='] }],
  ])('the sender is stopped at %s', async (_, wrong) => {
    await expect(sign({ ...published, ...wrong })).rejects.toThrow(TypeError)
  })
})
