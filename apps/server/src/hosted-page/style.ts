import { createHash } from 'node:crypto'

/**
 * How the payer's page looks: one narrow column that holds on the smallest phone, in the payer's own light or dark.
 * Nothing is loaded for it. Whatever is pressed is at least 3 rem high, more than a fingertip needs.
 */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1a1c1e; --quiet: #55595f; --line: #d5d8dc; --page: #f3f4f6; --card: #fff; --good: #14532d; --on-good: #fff; --bad: #8a1c1c; --note: #eef2f7 }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef0; --quiet: #a9afb6; --line: #3c4147; --page: #111315; --card: #1b1e21; --good: #7ddba0; --on-good: #06210f; --bad: #ff9c94; --note: #24292e } }
* { box-sizing: border-box }
body { background: var(--page); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; margin: 0; overflow-wrap: anywhere; padding: 1rem }
main { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; border-top: .3rem solid var(--quiet); margin: 0 auto; max-width: 28rem; padding: 1.25rem }
main.good { border-top-color: var(--good) }
main.bad { border-top-color: var(--bad) }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .5rem }
h2 { font-size: 1rem; margin: 1.25rem 0 .25rem }
p { margin: .5rem 0 }
.most { font-size: 1.9rem; font-weight: 700; line-height: 1.2; margin: .75rem 0 0 }
.often { font-size: 1.125rem; margin: 0 0 1rem }
dl { border-top: 1px solid var(--line); margin: 1rem 0 }
dl div { border-bottom: 1px solid var(--line); display: flex; gap: 1rem; padding: .5rem 0 }
dt { color: var(--quiet); flex: 0 0 6rem }
dd { flex: 1; margin: 0; min-width: 0; unicode-bidi: isolate; white-space: pre-line }
ul { margin: .25rem 0 1.25rem; padding-left: 1.25rem }
li { margin: .25rem 0 }
button, .button { border: 2px solid var(--good); border-radius: .6rem; cursor: pointer; display: block; font: inherit; font-weight: 600; margin: .75rem 0; min-height: 3rem; padding: .7rem; text-align: center; text-decoration: none; width: 100% }
.yes { background: var(--good); color: var(--on-good) }
.no { background: transparent; border-color: var(--bad); color: var(--bad) }
.back { background: transparent; color: var(--good) }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
section.ask { border-top: 1px solid var(--line); padding: .25rem 0 }
img { background: #fff; display: block; margin: 1rem auto; padding: .5rem; width: 15rem; max-width: 100% }
.note { background: var(--note); border-radius: .5rem; color: var(--quiet); font-size: .9rem; margin: 1rem 0 0; padding: .6rem .75rem }
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Nothing from outside, no script, no frame around it; forms go back here only. */
export const HOSTED_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
