import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

/** What ships of a package: its sources without types and comments, the generated table included. */
function shipped(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(name))
    .map((name) => stripTypeScriptTypes(readFileSync(join(folder, name), 'utf8')))
    .join('\n')
    .replaceAll(/^\s*(\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm, '')
    .replaceAll(/\s*\n\s*/g, '\n')
}

test('client and webhooks together stay under 10 kB gzip', () => {
  const source =
    shipped(import.meta.dirname) + shipped(join(import.meta.dirname, '../../webhooks/src'))
  const bytes = gzipSync(source).length
  expect(bytes).toBeGreaterThan(2_000)
  expect(bytes).toBeLessThan(10_000)
})
