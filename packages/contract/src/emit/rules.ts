import { formatRupees, RULES, type RuleRow, SOURCES } from '@upi-autopay/rail'
import { markdownTable } from './markdown-table.ts'
import { sourceLink } from './source-link.ts'

/** Whose word is the rail's own. */
const OFFICIAL: ReadonlySet<string> = new Set(['Reserve Bank of India', 'NPCI'])

/** The text of `rules.md`: every rule by family, then what is assumed, what providers tell, and the sources, in lists of their own. */
export function emitRules(): string {
  const families = [...new Set(RULES.map(family))]
  const assumptions = RULES.filter((rule) => rule.assumption)
  const told = RULES.filter(
    ({ source, assumption }) => !assumption && !OFFICIAL.has(SOURCES[source].issuer),
  )
  return `${[
    '# Rules of the rail',
    '',
    'Made from the rule table by `pnpm specs`. A rule is chosen by the Indian day on which it is asked; providers may be',
    'stricter, never laxer. A broken rule is a refusal with the code named here, a wait ("defers") or a PIN ("requires_pin");',
    'a row that "sets" is a value that is used as it stands. What of the rail has no row is listed, with the reason, in',
    '[a decision](../decisions/0011-what-of-the-rail-is-left-out.md).',
    ...families.flatMap((name) => [
      '',
      `## ${name}`,
      '',
      ruleTable(RULES.filter((rule) => family(rule) === name)),
    ]),
    '',
    '## Assumptions',
    '',
    'No official source settles these rows. What is assumed beside rows (what a cycle is, day 31 in short months) stands in',
    '[assumption](../sources/assumption.md).',
    '',
    ...assumptions.map((rule) => `- \`${rule.id}\`: ${rule.title} (${sourceLink(rule.source)})`),
    '',
    '## Told by providers',
    '',
    'No circular was read for these rows: providers document that the rail works so.',
    '',
    ...told.map((rule) => `- \`${rule.id}\`: ${rule.title} (${sourceLink(rule.source)})`),
    '',
    '## Sources',
    '',
    markdownTable(
      ['key', 'title', 'issuer', 'date', 'address'],
      Object.entries(SOURCES).map(([key, { title, issuer, date, url }]) => [
        `[${key}](../sources/${key}.md)`,
        title,
        issuer,
        date ?? '',
        url ?? '',
      ]),
    ),
  ].join('\n')}\n`
}

function ruleTable(rules: readonly RuleRow[]): string {
  return markdownTable(
    ['rule', 'demands', 'value', 'in force', 'when broken', 'source'],
    rules.map((rule) => [
      `\`${rule.id}\``,
      rule.title,
      Object.entries(rule.value).map(value).join('; '),
      rule.effective_until === undefined
        ? `from ${rule.effective_from}`
        : `${rule.effective_from} to ${rule.effective_until}`,
      `\`${rule.consequence}\``,
      `${sourceLink(rule.source)}${rule.assumption ? ' (assumption)' : ''}`,
    ]),
  )
}

function value([name, given]: readonly [string, RuleRow['value'][string]]): string {
  if (Array.isArray(given)) return `${name}: ${given.join(', ')}`
  return typeof given === 'number' && name.endsWith('_paise')
    ? `${name}: ${given} (${formatRupees(given)})`
    : `${name}: ${given}`
}

function family(rule: RuleRow): string {
  return rule.id.slice(0, rule.id.indexOf('.'))
}
