import { createHash } from 'node:crypto'

/** How the pages around the reference look, in the reader's own light or dark. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1a1c1e; --quiet: #55595f; --line: #d5d8dc; --page: #fff; --mark: #fff3c4; --link: #14508c }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef0; --quiet: #a9afb6; --line: #3c4147; --page: #15181b; --mark: #4a3d0c; --link: #8fc3ff } }
body { background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 48rem; overflow-wrap: anywhere; padding: 1.5rem 1rem }
a { color: var(--link) }
code { font-size: .95em }
dl { display: grid; gap: .25rem 1rem; grid-template-columns: max-content 1fr }
dd { margin: 0 }
nav ul { columns: 20rem; list-style: none; margin: .5rem 0 1.5rem; padding: 0 }
nav li { break-inside: avoid; padding: .1rem 0 }
nav small { color: var(--quiet) }
section { border-top: 1px solid var(--line); margin: 0 -.75rem; padding: .75rem }
section:target { background: var(--mark) }
section p { margin: .35rem 0 }
h2 { font-size: 1.1rem; margin: 0 0 .25rem }
h2 a { color: inherit; text-decoration: none }
h2 a:hover, h2 a:focus { text-decoration: underline }
.quiet { color: var(--quiet) }
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Nothing from outside, no script, no form; the icon is the server's own. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
