#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Reading the program is a third of a start: from the second one on it is read from the cache.
enableCompileCache()
const { runCommand } = await import('./cli/run-command.ts')
process.exitCode = await runCommand(process.argv.slice(2))
