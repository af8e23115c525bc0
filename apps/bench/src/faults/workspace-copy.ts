import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository itself. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
/** The rooms that the tests and the simulation need; the others are linked to nothing. */
const ROOMS = [
  'packages/rail',
  'packages/contract',
  'packages/webhooks',
  'packages/client',
  'packages/engine',
  'packages/conformance',
  'apps/bench',
]
const FILES = ['package.json', 'tsconfig.base.json', 'vitest.config.ts']
const SCOPE = '@upi-autopay'
/** What tools leave behind; it stays where it is. */
const LEFT_OUT = new Set(['node_modules', 'dist', '.turbo'])

/** A copy of the sources in a temporary folder, whose packages import each other and not the originals. */
export interface WorkspaceCopy {
  readonly folder: string
  remove(): void
}

/** Copies the rooms and links what they have installed. */
export function copyWorkspace(): WorkspaceCopy {
  const folder = mkdtempSync(join(tmpdir(), 'autopay-faults-'))
  for (const file of FILES) cpSync(join(ROOT, file), join(folder, file))
  linkInstalled(ROOT, folder, folder)
  for (const room of ROOMS) {
    const kept = (from: string): boolean => !LEFT_OUT.has(basename(from))
    cpSync(join(ROOT, room), join(folder, room), { recursive: true, filter: kept })
    linkInstalled(join(ROOT, room), join(folder, room), folder)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Links each installed package; those of this repository lead to their copies. */
function linkInstalled(from: string, to: string, copy: string): void {
  const installed = join(from, 'node_modules')
  if (!existsSync(installed)) return
  mkdirSync(join(to, 'node_modules'))
  for (const name of readdirSync(installed)) {
    if (name.startsWith('.')) continue
    if (name !== SCOPE) {
      symlinkSync(join(installed, name), join(to, 'node_modules', name))
      continue
    }
    mkdirSync(join(to, 'node_modules', SCOPE))
    for (const ours of readdirSync(join(installed, SCOPE))) {
      const room = ROOMS.find((one) => basename(one) === ours)
      if (room !== undefined) symlinkSync(join(copy, room), join(to, 'node_modules', SCOPE, ours))
    }
  }
}
