/** The server as `start` runs it, on a free port: `node server.ts FOLDER`. Prints its address. */
import { startServer } from '@upi-autopay/server'

const [dataDir = ''] = process.argv.slice(2)
const server = await startServer({ dataDir })
process.stdout.write(`${server.url}\n`)
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)))
