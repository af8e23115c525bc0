import { readConfig } from '../config.ts'
import { readOperatorAccess } from '../data-folder/data-folder.ts'
import { StartRefused } from '../start-refused.ts'

/**
 * Asks the running server of the configured data folder, with the operator token kept there.
 * Throws {@link StartRefused} when none runs, or with the server's own words when it refuses.
 */
export async function callOperator(
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<unknown> {
  const { dataDir } = readConfig({ development: false })
  const access = readOperatorAccess(dataDir)
  if (access === null) throw noServer(dataDir)
  const response = await fetch(`${access.url}/operator${path}`, {
    method,
    headers: { Authorization: `Bearer ${access.token}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw noServer(dataDir, error)
  })
  const answer: unknown = await response.json()
  if (response.ok) return answer
  const { detail, remedy } = answer as { detail?: string; remedy?: string }
  throw new StartRefused(`Refused: ${detail ?? `status ${response.status}`} ${remedy ?? ''}`.trim())
}

function noServer(dataDir: string, cause?: unknown): StartRefused {
  return new StartRefused(
    `No server runs on the data folder ${dataDir}. Start one with "autopay serve", or name its folder with AUTOPAY_DATA_DIR.`,
    { cause },
  )
}
