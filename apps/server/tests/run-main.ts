import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** A run of the program: what it prints, and how it ended. */
export interface Run {
  readonly child: ChildProcess
  output(): string
  /** Resolves as soon as the output has the text. */
  printed(text: string): Promise<void>
  /** The exit status, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

/** Runs the program as a process of its own, ended with the test at hand. */
export function runMain(args: readonly string[], environment: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--conditions=source', MAIN, ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
      child.emit('printed')
    })
  }
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  return {
    child,
    output: () => output,
    ended,
    async printed(text) {
      const over = ended.then((status) => {
        if (!output.includes(text)) throw new Error(`ended with ${status} and printed ${output}`)
      })
      while (!output.includes(text)) await Promise.race([once(child, 'printed'), over])
    },
  }
}
