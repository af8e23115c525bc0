import type { VectorFile } from './vector.ts'
import { attemptVectors } from './vectors-attempts.ts'
import { bankDayVectors } from './vectors-bank-days.ts'
import { calendarVectors } from './vectors-calendar.ts'
import { codeVectors } from './vectors-codes.ts'
import { cycleVectors } from './vectors-cycles.ts'
import { dueDateVectors } from './vectors-due-dates.ts'
import { pinVectors } from './vectors-pin.ts'
import { refusalVectors } from './vectors-refusals.ts'

/**
 * Golden cases for programs in other languages, by file name. Instants are RFC 3339, amounts paise, days
 * `YYYY-MM-DD`.
 */
export function emitVectors(): Readonly<Record<string, VectorFile>> {
  return {
    ...calendarVectors(),
    ...cycleVectors(),
    ...dueDateVectors(),
    ...attemptVectors(),
    ...pinVectors(),
    ...refusalVectors(),
    ...bankDayVectors(),
    ...codeVectors(),
  }
}

/** The text of the vectors' README: which file holds what, and how to run them. */
export function emitVectorsReadme(files: Readonly<Record<string, VectorFile>>): string {
  return `${[
    '# Vectors',
    '',
    'Golden cases of the rail for programs in any language, made from the rules by `pnpm specs`. Each file is one JSON object:',
    '`about` says what is computed, `use` what the fields mean, and `cases` is a list of `{input, expected}`. A program agrees if it',
    'computes `expected` from `input` for every case; `null` means that there is none.',
    '',
    'Amounts are integer paise. Instants are RFC 3339 in UTC with milliseconds, days `YYYY-MM-DD` of India (UTC+05:30, all year).',
    'Ends of windows are excluded, ends of cycles and of debit days included. Rules are those of the Indian day of the instant',
    'unless a policy names another day in `rules_as_of`.',
    '',
    'What there is to compute by is not in these files: the rules with their numbers and dates stand in [rules](../rules.md), what a',
    'cycle is and other assumptions in [assumptions](../../sources/assumption.md), codes and reasons in [codes](../codes.md).',
    '',
    '| file | cases | what |',
    '| --- | --- | --- |',
    ...Object.entries(files).map(
      ([name, { about, cases }]) => `| [${name}](${name}) | ${cases.length} | ${about} |`,
    ),
    '',
    'In Python, for instance:',
    '',
    '```python',
    'import json',
    "for case in json.load(open('windows.json'))['cases']:",
    "    at = case['input']['at']",
    "    assert is_off_peak(at) == case['expected']['off_peak'], at",
    '```',
  ].join('\n')}\n`
}
