import { ERROR_CATALOGUE } from '@upi-autopay/contract'
import { describe, expect, test } from 'vitest'
import { mandateBody, startTestServer } from './start-test-server.ts'

const BY_HAND = { amount: 500_000 }

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
    expect(after).not.toContain('<button')
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
