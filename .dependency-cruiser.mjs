import { doorRules } from './.ci/door-rules.ts'
import { publicEntries } from './.ci/public-entries.ts'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: doorRules(publicEntries(process.cwd())),
  options: {
    // Types couple rooms as much as values do.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|^packages/client/src/generated/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.d.ts', '.json'],
    },
  },
}
