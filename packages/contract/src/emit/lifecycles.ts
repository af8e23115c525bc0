import { LIFECYCLES, type Lifecycle, type Transition } from '@upi-autopay/rail'
import { markdownTable } from './markdown-table.ts'
import { sourceLink } from './source-link.ts'

/** The text of `lifecycles.md`: for each resource a diagram, its transitions, and what may be asked for when. */
export function emitLifecycles(): string {
  return `${[
    '# Lifecycles',
    '',
    'Made from the lifecycle tables by `pnpm specs`. Public events reach webhooks; internal ones stay in the log.',
    ...Object.values(LIFECYCLES).flatMap((lifecycle) => ['', section(lifecycle)]),
  ].join('\n')}\n`
}

function section(lifecycle: Lifecycle): string {
  const { resource, statuses, transitions, actions } = lifecycle
  return [
    `## ${resource}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...transitions.map(edge),
    ...lifecycle.terminal.map((status) => `  ${status} --> [*]`),
    '```',
    '',
    markdownTable(
      ['from', 'event', 'to', 'by', 'rules', 'told', 'source'],
      transitions.map((row) => [
        row.from ?? '(new)',
        `\`${row.on}\`${row.correction ? ' (correction)' : ''}`,
        row.to,
        row.by.join(', '),
        (row.rules ?? []).map((rule) => `\`${rule}\``).join(', '),
        row.public ? 'public' : 'internal',
        sourceLink(row.source),
      ]),
    ),
    '',
    markdownTable(
      ['status', 'final', 'allowed actions'],
      statuses.map((status) => [
        status,
        lifecycle.terminal.includes(status) ? 'yes' : 'no',
        (actions[status] ?? []).join(', '),
      ]),
    ),
  ].join('\n')
}

function edge({ from, on, to }: Transition): string {
  return `  ${from ?? '[*]'} --> ${to}: ${on.slice(on.indexOf('.') + 1)}`
}
