import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { type Lock, takeLock } from './lock.ts'

const OWNER_ONLY = 0o600

/** What a server keeps on disk besides its resources. Secrets are readable by the owner alone. */
export interface DataFolder {
  readonly path: string
  /** Where the database in this folder lives. */
  readonly database: string
  readonly operatorToken: string
  readonly keyPepper: string
  readTestKey(): string | null
  writeTestKey(secret: string): void
  /** Where the running server is reached, for the commands of the same folder. */
  writeAddress(url: string): void
  /** Gives the folder back. */
  release(): void
}

/** Opens a data folder for this process alone, making it and its secrets at the first start. */
export async function openDataFolder(dataDir: string): Promise<DataFolder> {
  const path = resolve(dataDir)
  makeFolder(path)
  const lock: Lock = await takeLock(path)
  return {
    path,
    database: join(path, 'database'),
    operatorToken: secretFile(join(path, 'operator-token')),
    keyPepper: secretFile(join(path, 'key-pepper')),
    readTestKey: () => readOrNull(join(path, 'test-key')),
    writeTestKey: (secret) => writeSecret(join(path, 'test-key'), secret),
    writeAddress: (url) => writeSecret(join(path, 'address'), url),
    release() {
      rmSync(join(path, 'address'), { force: true })
      lock.release()
    },
  }
}

/** Where the folder's running server is reached and with which token; null when none runs. */
export function readOperatorAccess(dataDir: string): { url: string; token: string } | null {
  const url = readOrNull(join(resolve(dataDir), 'address'))
  const token = readOrNull(join(resolve(dataDir), 'operator-token'))
  return url === null || token === null ? null : { url, token }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    chmodSync(path, 0o700)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new StartRefused(`The data folder ${path} cannot be used: ${why}.`, { cause: error })
  }
}

function secretFile(path: string): string {
  const kept = readOrNull(path)
  if (kept !== null) return kept
  const made = randomBytes(32).toString('hex')
  writeSecret(path, made)
  return made
}

function writeSecret(path: string, text: string): void {
  writeFileSync(path, `${text}\n`, { mode: OWNER_ONLY })
  chmodSync(path, OWNER_ONLY)
}

function readOrNull(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8').trim()
    return text === '' ? null : text
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
