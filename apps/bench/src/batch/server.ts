/** Our server for the bench: `node server.ts FOLDER`, on the database in its folder. Prints its address and its test key as JSON. */
import { startServer } from '@upi-autopay/server'

const [dataDir = ''] = process.argv.slice(2)
const server = await startServer({ dataDir, logLevel: 'error' })
process.stdout.write(`${JSON.stringify({ url: server.url, key: server.testKey })}\n`)
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)))
