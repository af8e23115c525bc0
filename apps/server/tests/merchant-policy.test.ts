import { expect, test } from 'vitest'
import { callerOf, startTestServer } from './start-test-server.ts'

test('an operator sets the policy of a merchant, up to the beginning of the rail', async () => {
  const { url, operatorToken } = await startTestServer()
  const operator = callerOf(url, operatorToken)
  const policy = { rules_as_of: '2020-07-01', notice_lead_max_hours: 72 }
  const made = await operator('POST /operator/merchants', { name: 'Society', policy })
  expect(made).toMatchObject({ status: 201, body: { policy } })
  const before = { ...policy, rules_as_of: '2020-06-30' }
  const { status, body } = await operator('POST /operator/merchants', {
    name: 'Society',
    policy: before,
  })
  expect(status).toBe(400)
  expect(body.errors).toMatchObject([{ in: 'body', pointer: '/policy/rules_as_of' }])
})
