import { ERROR_CATALOGUE, type ErrorRow } from '@upi-autopay/contract'
import { escapeHtml } from '../escape-html.ts'

/** The error catalogue as a page; each row has its code as anchor, which is where `doc` of a problem leads. */
export function errorsPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Autopay API: errors</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem }
section { border-top: 1px solid #ccc; padding: .5rem 0 }
section:target { background: #fff7d6 }
h2 { font-size: 1.1rem; margin: .5rem 0 }
</style>
</head>
<body>
<h1>Errors</h1>
<p>In order of precedence: a request gets the first row that fails. <a href="/docs">API reference</a></p>
${ERROR_CATALOGUE.map(section).join('\n')}
</body>
</html>
`
}

function section({ code, title, status, remedy, retry }: ErrorRow): string {
  return `<section id="${escapeHtml(code)}">
<h2><code>${escapeHtml(code)}</code> · ${status}</h2>
<p>${escapeHtml(title)}. ${escapeHtml(remedy)}</p>
<p>Retry: <code>${escapeHtml(retry)}</code></p>
</section>`
}
