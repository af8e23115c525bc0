import { posix } from 'node:path'
import type { SourceFile } from './source-files.ts'

/** What is missing around public entries: an export snapshot test for each, a docstring for each name. As sentences. */
export function publicNameComplaints(
  entries: readonly string[],
  files: readonly SourceFile[],
): string[] {
  const byPath = new Map(files.map((file) => [file.path, file.text]))
  return entries.flatMap((entry) => {
    const text = byPath.get(entry)
    if (text === undefined) return [`${entry}: a manifest exports it, but it does not exist`]
    return [
      ...(files.some((file) => isSnapshotOf(entry, file))
        ? []
        : [
            `${entry}: no test beside it compares Object.keys of the entry with the list of its names`,
          ]),
      ...namesOf(entry, text).flatMap(({ name, path }) => {
        const home = byPath.get(path)
        return home === undefined ||
          !declares(home, name) ||
          isDerived(home, name) ||
          hasDocstring(home, name)
          ? []
          : [`${path}: the public name ${name} has no docstring`]
      }),
    ]
  })
}

function isSnapshotOf(entry: string, { path, text }: SourceFile): boolean {
  if (!path.endsWith('.test.ts') || !/Object\.keys\(/.test(text)) return false
  const imports = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
  return imports.some(([, target = '']) => posix.join(posix.dirname(path), target) === entry)
}

function namesOf(entry: string, text: string): { name: string; path: string }[] {
  return [...text.matchAll(/export (?:type )?\{([^}]*)\} from '(\.[^']+)'/g)].flatMap(
    ([, list = '', target = '']) =>
      list
        .split(',')
        .map(
          (part) =>
            part
              .trim()
              .replace(/^type /, '')
              .split(' as ')[0]
              ?.trim() ?? '',
        )
        .filter((name) => name !== '' && name !== 'default')
        .map((name) => ({ name, path: posix.join(posix.dirname(entry), target) })),
  )
}

const KEYWORDS = '(?:declare )?(?:async )?(?:abstract )?(?:function\\*?|const|interface|type|class)'

function declares(text: string, name: string): boolean {
  return new RegExp(`^export ${KEYWORDS} ${literally(name)}\\b`, 'm').test(text)
}

/** A type that is read off a value next to it, which has the docstring. */
function isDerived(text: string, name: string): boolean {
  return new RegExp(
    `^export type ${literally(name)} =\\s*(?:keyof typeof|\\(typeof|typeof|z\\.\\w+<typeof)\\b`,
    'm',
  ).test(text)
}

function hasDocstring(text: string, name: string): boolean {
  return new RegExp(`\\*/\\s*\\nexport ${KEYWORDS} ${literally(name)}\\b`).test(text)
}

function literally(name: string): string {
  return name.replace(/\$/g, '\\$')
}
