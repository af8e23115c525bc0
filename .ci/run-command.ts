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
  /** What comes before the system's programs: the repository's tools and Node (if left out), its Node alone, nothing. */
  readonly tools?: 'repository' | 'node' | 'system'
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
      PATH: toolPath(options.tools ?? 'repository'),
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

function toolPath(tools: 'repository' | 'node' | 'system'): string {
  const own = {
    repository: ['node_modules/.bin', 'node_modules/node/bin'],
    node: ['node_modules/node/bin'],
    system: [],
  }
  const given = (process.env.PATH ?? '').split(delimiter)
  // A script's own PATH already begins with the repository's programs.
  const system = tools === 'system' ? given.filter((folder) => !folder.startsWith(ROOT)) : given
  return [...own[tools].map((folder) => join(ROOT, folder)), ...system].join(delimiter)
}
