/**
 * The load, in a process of its own: `node load.ts URL KEY create|get CONNECTIONS SECONDS [ID]`.
 * Each connection sends its next request when the last is answered. Prints answers per second.
 */
import http from 'node:http'

const [url = '', key = '', operation = 'get', connections = '16', seconds = '3', id = ''] =
  process.argv.slice(2)
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(connections) })
const stop = performance.now() + Number(seconds) * 1000
const run = process.pid.toString(36) + Math.round(performance.timeOrigin).toString(36)
let answered = 0

await Promise.all(Array.from({ length: Number(connections) }, (_, lane) => drive(lane)))
process.stdout.write(`${answered / Number(seconds)}\n`)
agent.destroy()

async function drive(lane: number): Promise<void> {
  for (let count = 0; performance.now() < stop; count++) {
    const reference_id = `b-${run}-${lane}-${count}`
    const status = operation === 'create' ? await post(reference_id) : await get()
    if (status !== (operation === 'create' ? 201 : 200)) throw new Error(`answered ${status}`)
    answered++
  }
}

function get(): Promise<number> {
  return send('GET', `/v1/mandates/${id}`, null)
}

function post(reference_id: string): Promise<number> {
  const body = {
    reference_id,
    flow: 'intent',
    payer: { name: 'Asha Kale', vpa: 'asha.kale@okaxis', reference_id: 'member-1' },
    description: 'Daily deposit',
    amount_rule: 'max',
    amount: 50_000,
    frequency: 'daily',
    start_date: '2031-01-01',
    end_date: '2032-01-01',
    metadata: { branch: 'north' },
  }
  return send('POST', '/v1/mandates', JSON.stringify(body))
}

function send(method: string, path: string, body: string | null): Promise<number> {
  const headers: Record<string, string> = { authorization: `Bearer ${key}` }
  if (body !== null) {
    headers['content-type'] = 'application/json'
    headers['content-length'] = String(Buffer.byteLength(body))
  }
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}${path}`, { method, headers, agent }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    request.on('error', reject)
    request.end(body ?? undefined)
  })
}
