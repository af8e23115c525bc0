import { registerHooks } from 'node:module'
import { makeMandate } from './mandate.ts'
import { median, rate } from './rate.ts'
const msw = process.argv[2] ?? 'msw'
registerHooks({ resolve: (s, c, n) => n(s.replace(/^msw(?=\/|$)/, msw), { ...c, ...(/^msw(\/|$)/.test(s) && { parentURL: import.meta.url }) }) })
const { createAutopay } = await import('@upi-autopay/mocks')
const { http, HttpResponse } = await import('msw')
const { setupServer } = await import('msw/node')
const mock = createAutopay()
const { url, headers } = await makeMandate(mock)
const text = await (await mock.fetch(url, { headers })).text()
const bytes = new TextEncoder().encode(text)
const P = `${mock.baseUrl}/v1/mandates/:id`
const R = new RegExp('^http://127\\.0\\.0\\.1:4010/v1(?:/|$)')
const H = { 'content-type': 'application/json' }
const variants: Record<string, any> = {
  emptyString: http.get(P, () => new Response()),
  emptyRegExp: http.all(R, () => new Response()),
  emptyHttpResponse: http.all(R, () => new HttpResponse()),
  empty200text: http.all(R, () => new Response('ok')),
  staticBody: http.all(R, () => new Response(text, { headers: H })),
  staticBytes: http.all(R, () => new Response(bytes, { headers: H })),
  staticHttpResponse: http.all(R, () => new HttpResponse(text, { headers: H })),
  staticLength: http.all(R, () => new Response(text, { headers: { ...H, 'content-length': String(bytes.length) } })),
  mock: mock.handlers[0],
}
const out: Record<string, {cpu: number[], wall: number[]}> = {}
for (let r = 0; r < 7; r++) for (const [k, h] of Object.entries(variants)) {
  const s = setupServer(h); s.listen()
  const N = msw === 'msw' ? 150 : 1500
  const c = process.cpuUsage(), t = performance.now()
  for (let i = 0; i < N; i++) await (await fetch(url, { headers })).text()
  const d = process.cpuUsage(c); const w = performance.now() - t
  s.close()
  if (r > 0) { const o = (out[k] ??= {cpu: [], wall: []}); o.cpu.push((d.user + d.system) / N); o.wall.push(w * 1000 / N) }
}
for (const [k, v] of Object.entries(out)) console.log(k.padEnd(20), 'cpu µs', Math.round(median(v.cpu)), 'wall µs', Math.round(median(v.wall)), 'min wall', Math.round(Math.min(...v.wall)))
