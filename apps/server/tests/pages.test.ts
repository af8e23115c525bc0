import { ERROR_CATALOGUE } from '@upi-autopay/contract'
import { describe, expect, test } from 'vitest'
import { type Caller, mandateBody, startTestServer } from './start-test-server.ts'

const BY_HAND = { amount: 500_000 }

/** A mandate that its payer has approved, under a frozen clock, and its page. */
async function standing(call: Caller, fields: object = {}): Promise<{ id: string; url: string }> {
  await call('POST /v1/sandbox/clock', { mode: 'frozen' })
  const reference_id = `standing-${++mandates}`
  const { body } = await call(
    'POST /v1/sandbox/mandates',
    mandateBody({ ...BY_HAND, reference_id, ...fields }),
  )
  return { id: body.id, url: body.authorization.hosted_url }
}
let mandates = 0

/** Presses a button of the page, and reads the page that follows. */
async function press(url: string, action: string): Promise<string> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ action }) })
  return answer.text()
}

describe('the page of a mandate', () => {
  test('tells the terms in words, opens the link once, and takes an approval', async () => {
    const { call } = await startTestServer()
    await call('POST /v1/sandbox/clock', { mode: 'frozen' })
    const { body: mandate } = await call(
      'POST /v1/mandates',
      mandateBody({
        ...BY_HAND,
        description: '<b>Deposit</b> & more',
        frequency: 'monthly',
        debit_rule: { type: 'on', day: 5 },
        redirect_url: 'https://example.com/back?a=1&b="2"',
      }),
    )
    const { hosted_url } = mandate.authorization
    const page = await fetch(hosted_url)
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(html).toContain('up to ₹5,000.00')
    expect(html).toContain('at most once a month, on the 5th')
    expect(html).toContain('1 January 2035')
    expect(html).toContain('&lt;b&gt;Deposit&lt;/b&gt; &amp; more')
    expect(html).not.toMatch(/<script|<b>Deposit|https?:\/\//)
    await fetch(hosted_url)

    const answered = await fetch(hosted_url, {
      method: 'POST',
      body: new URLSearchParams({ action: 'approve' }),
    })
    expect(answered.url).toBe(`${hosted_url}?told=approve`)
    expect(await answered.text()).toContain('You approved')
    await call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
    expect((await call(`GET /v1/mandates/${mandate.id}`)).body.status).toBe('active')
    const after = await (await fetch(hosted_url)).text()
    expect(after).toContain('<h1>Approved</h1>')
    expect(after).toContain('href="https://example.com/back?a=1&amp;b=&quot;2&quot;"')
    expect(after).toContain('value="pause"')
    expect(after).not.toContain('value="approve"')
  })

  test('pauses, resumes and, asked once more, ends what stands', async () => {
    const { call } = await startTestServer()
    const { id, url } = await standing(call)
    expect(await press(url, 'pause')).toContain('<h1>Paused</h1>')
    expect((await call(`GET /v1/mandates/${id}`)).body.status).toBe('paused')
    expect(await press(url, 'resume')).toContain('<h1>Approved</h1>')
    const asked = await (await fetch(`${url}?ask=end`)).text()
    expect(asked).toContain('<h1>End these automatic payments?</h1>')
    expect(await press(url, 'revoke')).toContain('You ended these automatic payments.')
    const { body } = await call(`GET /v1/mandates/${id}`)
    expect(body).toMatchObject({ status: 'revoked', revoked_by: 'payer' })
    const ended = await (await fetch(`${url}?ask=end`)).text()
    expect(ended).not.toContain('<button')
  })

  test('asks for the payer’s approval of new terms, beside those that hold so far', async () => {
    const { call } = await startTestServer()
    const { id, url } = await standing(call)
    await call(`POST /v1/mandates/${id}/modify`, { amount: 800_000, end_date: '2036-12-31' })
    const html = await (await fetch(url)).text()
    for (const part of [
      '<h1>Approve new terms?</h1>',
      'up to ₹8,000.00',
      '31 December 2036',
      'So far',
      'up to ₹5,000.00\nuntil 1 January 2036',
      'Answer by',
      'Until you approve, everything stays as it is.',
    ])
      expect(html).toContain(part)
    expect(await press(url, 'approve')).toContain('Your bank is now changing')
    await call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
    const after = await (await fetch(url)).text()
    expect(after).toContain('You approved new terms; they are in force.')
    expect((await call(`GET /v1/mandates/${id}`)).body.amount).toBe(800_000)
  })

  test('takes a refusal of new terms: everything stays as it was', async () => {
    const { call } = await startTestServer()
    const { id, url } = await standing(call)
    await call(`POST /v1/mandates/${id}/modify`, { amount: 800_000 })
    expect(await press(url, 'decline')).toContain('Everything stays as it is.')
    await call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
    expect(await (await fetch(url)).text()).toContain('New terms were declined')
    expect((await call(`GET /v1/mandates/${id}`)).body.amount).toBe(500_000)
  })

  test('keeps pausing and ending from the payer of a loan, and says whom to ask', async () => {
    const { call } = await startTestServer()
    const { id, url } = await standing(call, { mcc: '7322' })
    const html = await (await fetch(`${url}?ask=end`)).text()
    expect(html).toContain('Ask the merchant to end it.')
    expect(html).not.toContain('<button')
    await press(url, 'revoke')
    expect((await call(`GET /v1/mandates/${id}`)).body.status).toBe('active')
  })

  test('says who ended it', async () => {
    const { call } = await startTestServer()
    const [one, two] = [await standing(call), await standing(call)]
    await call(`POST /v1/mandates/${one.id}/revoke`)
    await call(`POST /v1/sandbox/mandates/${two.id}/revoke_by_rail`)
    expect(await (await fetch(one.url)).text()).toContain('The merchant ended')
    expect(await (await fetch(two.url)).text()).toContain('Your bank ended')
  })

  test('takes a refusal', async () => {
    const { call } = await startTestServer()
    await call('POST /v1/sandbox/clock', { mode: 'frozen' })
    const { body: mandate } = await call('POST /v1/mandates', mandateBody(BY_HAND))
    const { hosted_url } = mandate.authorization
    await fetch(hosted_url, { method: 'POST', body: new URLSearchParams({ action: 'decline' }) })
    await call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
    expect((await call(`GET /v1/mandates/${mandate.id}`)).body.status).toBe('rejected')
    expect(await (await fetch(hosted_url)).text()).toContain('<h1>Declined</h1>')
  })

  test('shown is opened: the bank then decides by the value table, reading again changes nothing', async () => {
    const { call } = await startTestServer()
    await call('POST /v1/sandbox/clock', { mode: 'frozen' })
    const { body: mandate } = await call('POST /v1/mandates', mandateBody())
    const { hosted_url } = mandate.authorization
    await fetch(hosted_url, { method: 'HEAD' })
    await call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
    expect((await call(`GET /v1/mandates/${mandate.id}`)).body.status).toBe('pending')
    await fetch(hosted_url)
    await call('POST /v1/sandbox/clock', { advance_by: 'PT6S' })
    await fetch(hosted_url)
    await call('POST /v1/sandbox/clock', { advance_by: 'PT4S' })
    expect((await call(`GET /v1/mandates/${mandate.id}`)).body.status).toBe('active')
  })

  test('says that the time is over', async () => {
    const { call } = await startTestServer()
    await call('POST /v1/sandbox/clock', { mode: 'frozen' })
    const { body: mandate } = await call('POST /v1/mandates', mandateBody(BY_HAND))
    await call('POST /v1/sandbox/clock', { advance_by: 'P30D' })
    expect(await (await fetch(mandate.authorization.hosted_url)).text()).toContain(
      '<h1>Expired</h1>',
    )
  })

  test('of an unknown mandate, merchant or mode is a plain 404', async () => {
    const { url, account } = await startTestServer()
    const paths = [
      `test/${account.merchant_id}/mdt_x`,
      'test/mer_x/mdt_x',
      `other/${account.merchant_id}/mdt_x`,
    ]
    for (const path of paths) {
      const page = await fetch(`${url}/pay/${path}`)
      expect([page.status, page.headers.get('content-type')]).toEqual([
        404,
        'text/html; charset=utf-8',
      ])
    }
  })
})

describe('the documentation', () => {
  test('loads nothing from another machine', async () => {
    const { url } = await startTestServer()
    const page = await fetch(`${url}/docs`)
    const html = await page.text()
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '')
    expect(loaded).toContain('/docs/swagger-ui-bundle.js')
    for (const address of loaded) {
      expect(address).toMatch(/^\//)
      expect([address, (await fetch(`${url}${address}`)).status]).toEqual([address, 200])
    }
    expect(html).not.toMatch(/https?:\/\//)
  })

  test('names this server in the document, and has an anchor for each error', async () => {
    const { url, call } = await startTestServer()
    const { body } = await call('GET /openapi.json')
    expect(body.servers).toEqual([{ url }])
    expect(Object.keys(body.paths)).toContain('/v1/mandates/{id}')
    const errors = await (await fetch(`${url}/docs/errors`)).text()
    for (const { code } of ERROR_CATALOGUE) expect(errors).toContain(`id="${code}"`)
  })

  test('a server that is reached at another address says so everywhere', async () => {
    const { call } = await startTestServer({ publicUrl: 'https://pay.example.com' })
    const { body } = await call('POST /v1/mandates', mandateBody())
    expect(body.authorization.hosted_url).toMatch(/^https:\/\/pay\.example\.com\/pay\/test\//)
    expect((await call('GET /openapi.json')).body.servers).toEqual([
      { url: 'https://pay.example.com' },
    ])
  })
})
