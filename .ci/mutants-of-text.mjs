/**
 * Keeps mutants out of text: titles, messages and remedies are sentences for people, and a test that repeats them
 * letter by letter would prove nothing. Everything that decides stays in, strings that are compared included.
 */
const TEXT = new Set(['title', 'message', 'detail', 'remedy', 'meaning', 'source', 'url'])

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'text',
    value: {
      shouldIgnore(path) {
        if (path.isObjectProperty() && !path.node.computed && TEXT.has(path.node.key.name))
          return 'a sentence for people'
        if (path.isNewExpression() && /Error$/.test(path.node.callee.name ?? ''))
          return 'the words of a bug'
        return undefined
      },
    },
  },
]
