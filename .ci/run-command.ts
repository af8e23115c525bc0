import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { ROOT } from './workspace.ts'

/** How a command ended and everything that it printed. */
export interface CommandResult {
  readonly ok: boolean
  readonly output: string
  readonly seconds: number
}

/** What a command may be given besides its words. */
export interface CommandOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Shows the output while it comes, as long stages need. */
  readonly live?: boolean
  /** Whether the repository's own Node and tools come before the system's; they do unless told otherwise. */
  readonly ownTools?: boolean
  /** After this many seconds it counts as failed. */
  readonly timeoutSeconds?: number
}

/** Runs a program of the repository or of the system to its end, without input. */
export function runCommand(
  words: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const [program = '', ...args] = words
  const started = performance.now()
  const child = spawn(program, args, {
    cwd: options.cwd ?? ROOT,
    env: {
      ...process.env,
      PATH: toolPath(options.ownTools ?? true),
      TURBO_TELEMETRY_DISABLED: '1',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: (options.timeoutSeconds ?? 1800) * 1000,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (options.live === true) process.stdout.write(text)
    })
  }
  return new Promise((resolve) => {
    const end = (ok: boolean): void =>
      resolve({ ok, output, seconds: (performance.now() - started) / 1000 })
    child.on('error', (error) => {
      output += `${program}: ${error.message}\n`
      end(false)
    })
    child.on('close', (code, signal) => {
      if (signal !== null) output += `${program} was ended by ${signal}\n`
      end(code === 0)
    })
  })
}

function toolPath(ownTools: boolean): string {
  // Node stays our own for others' projects too: the system may have none that is new enough.
  const own = [join(ROOT, 'node_modules/node/bin')]
  if (ownTools) own.unshift(join(ROOT, 'node_modules/.bin'))
  return [...own, process.env.PATH ?? ''].join(delimiter)
}
