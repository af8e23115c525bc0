import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Autopay } from '@upi-autopay/client'
import { type RunningServer, startServer } from '../index.ts'
import { createExpectations } from './expectations.ts'
import { makeMerchant } from './make-merchant.ts'
import { startReceiver } from './receiver.ts'
import { seedTestBed } from './seed-test-bed.ts'
import { readMembers } from './society/read-members.ts'
import { society } from './society.ts'

// The product's main job on real input: a real server, an empty data folder, the generated client over HTTP.
// Takes another file of members as its argument. Exit status 0 only if everything came as foretold.

const MEMBERS = new URL('./society/members.csv', import.meta.url)

const began = performance.now()
const file = process.argv[2] ?? MEMBERS
const csv = await readFile(file, 'utf8').catch((error: Error) => {
  console.error(`The file of members cannot be read: ${error.message}`)
  process.exit(1)
})
const expectations = createExpectations()
const dataDir = await mkdtemp(join(tmpdir(), 'autopay-demo-'))
try {
  const server = await startServer({ dataDir, privateWebhooks: 'loopback' })
  try {
    console.log(`Autopay answers at ${server.url}, started in ${seconds()} s.`)
    console.log('\n━━ The documented test bed, value by value')
    await seedTestBed(new Autopay({ apiKey: server.testKey, baseUrl: server.url }), expectations)
    console.log('\n━━ A co-operative society: two weeks of daily deposits')
    await collectDeposits(server)
  } finally {
    await server.close()
  }
} finally {
  await rm(dataDir, { recursive: true, force: true })
}

const all = expectations.all().length
const broken = expectations.broken()
for (const { subject, expected, seen } of broken)
  console.error(`Not as expected: ${subject}: expected ${expected}, seen ${seen}`)
console.log(`\n${all - broken.length} of ${all} expectations held, in ${seconds()} s.`)
process.exitCode = broken.length === 0 ? 0 : 1

async function collectDeposits(server: RunningServer): Promise<void> {
  const { members, faults, rows } = readMembers(csv)
  const wrong = new Set(faults.map(({ line }) => line)).size
  console.log(`${rows} rows read, ${members.length} members taken, ${wrong} rows refused:`)
  // A file may hold any bytes; a terminal must not be steered by them.
  for (const { line, column, message } of faults)
    console.log(`  line ${line}, column ${column}: ${message.replace(/\p{Cc}/gu, '�')}`)
  const receiver = await startReceiver()
  try {
    const autopay = await makeMerchant(server, 'Hirapur Co-operative Credit Society')
    await society(autopay, { members, receiver }, expectations)
  } finally {
    await receiver.close()
  }
}

function seconds(): string {
  return ((performance.now() - began) / 1000).toFixed(1)
}
