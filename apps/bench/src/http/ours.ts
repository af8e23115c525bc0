/** Our server for the bench: `node ours.ts DATABASE_URL FOLDER`. Prints its address and its test key as JSON. */
import { startServer } from '@upi-autopay/server'

const [databaseUrl = '', dataDir = ''] = process.argv.slice(2)
const server = await startServer({ databaseUrl, dataDir, logLevel: 'error' })
process.stdout.write(`${JSON.stringify({ url: server.url, key: server.testKey })}\n`)
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)))
