import { parseArgs } from 'node:util'
import { StartRefused } from '../start-refused.ts'
import { helpText } from './help-text.ts'

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  development: { type: 'boolean' },
  name: { type: 'string' },
  'payee-vpa': { type: 'string' },
  mcc: { type: 'string' },
  'approved-mccs': { type: 'string' },
  merchant: { type: 'string' },
  scopes: { type: 'string' },
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']

/** Runs one command line. Answers the exit status: 0 done, 1 failed, 2 called wrongly. */
export async function runCommand(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = readArguments(args)
    if (values.help === true) {
      console.log(helpText())
      return 0
    }
    await run(positionals.join(' '), values)
    return 0
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    console.error(error.message)
    return error.exitCode
  }
}

function readArguments(args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw wrongCall(error instanceof Error ? error.message : String(error))
  }
}

async function run(command: string, values: Values): Promise<void> {
  // Each command is loaded when it is the one: a start should not wait for the others.
  switch (command) {
    case 'serve': {
      const { runServe } = await import('./run-serve.ts')
      return runServe(values.development === true)
    }
    case 'merchants create': {
      const { createMerchant } = await import('./merchants.ts')
      return createMerchant({
        name: required(values.name, '--name'),
        payee_vpa: values['payee-vpa'],
        mcc: values.mcc,
        approved_mccs: listOf(values['approved-mccs']),
      })
    }
    case 'merchants list': {
      const { listMerchants } = await import('./merchants.ts')
      return listMerchants()
    }
    case 'keys create': {
      const { createKey } = await import('./keys.ts')
      return createKey(required(values.merchant, '--merchant'), listOf(values.scopes))
    }
    default:
      throw wrongCall(
        command === '' ? 'A command is missing.' : `There is no command "${command}".`,
      )
  }
}

function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw wrongCall(`${option} is required.`)
  return value
}

function listOf(value: string | undefined): string[] | undefined {
  return value?.split(',').map((part) => part.trim())
}

function wrongCall(message: string): StartRefused {
  return new StartRefused(`${message}\n\n${helpText()}`, { exitCode: 2 })
}
