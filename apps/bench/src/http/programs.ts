import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A program of ours in a process of its own, under the conditions of development; `flags` are those of Node. */
export function runProgram(
  file: URL | string,
  args: readonly string[],
  flags: readonly string[] = [],
): ChildProcess {
  const path = typeof file === 'string' ? file : file.pathname
  return spawn(process.execPath, [...flags, '--conditions=source', path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** The first line that a program prints. */
export async function firstLine(program: ChildProcess): Promise<string> {
  if (program.stdout === null) throw new Error('the program prints nowhere')
  const lines = createInterface({ input: program.stdout })
  for await (const line of lines) return line
  throw new Error('the program ended without a word')
}

/** Ends a program and waits for it. */
export async function endProgram(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return
  const ended = once(program, 'exit')
  program.kill('SIGTERM')
  await ended
}
