import { describeConfig } from '../config.ts'

const COMMANDS = `Usage: autopay <command>

  serve [--development]
      Run the server until it is stopped; while developing, with webhooks to this machine.
  merchants create --name <name> [--payee-vpa <vpa>] [--mcc <mcc>] [--approved-mccs <mcc,mcc,…>]
      Make a merchant of the running server and its first test key.
  merchants list
      List the merchants of the running server.
  keys create --merchant <mer_…> [--scopes <read,write,admin>]
      Make a test key of a merchant; without scopes it may do everything.

The last three speak to the server that runs on the same data folder.
Exit status: 0 done, 1 failed, 2 called wrongly.

Environment:
`

/** What `--help` prints. */
export function helpText(): string {
  const rows = describeConfig().map(({ name, says, byDefault }) => {
    const fallback = byDefault === null ? '' : ` Default: ${byDefault}.`
    return `  ${name}\n      ${says}${fallback}`
  })
  return COMMANDS + rows.join('\n')
}
