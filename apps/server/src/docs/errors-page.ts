import { ERROR_CATALOGUE, type ErrorRow } from '@upi-autopay/contract'
import { escapeHtml } from '../escape-html.ts'
import { STYLE } from './style.ts'

/** The error catalogue as a page; each row has its code as anchor, which is where `doc` of a problem leads. */
export function errorsPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Autopay API: errors</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<style>${STYLE}</style>
</head>
<body>
<p><a href="/docs">← API reference</a></p>
<h1>Errors</h1>
<p>In order of precedence: a request gets the first row that fails. The bank’s “no” to a debit is no error: it stands on the resource. The field <code>retry</code> says when sending again can help:</p>
<dl>
${Object.entries(RETRY_WORDS)
  .map(([word, says]) => `<dt><code>${word}</code></dt><dd>${says}.</dd>`)
  .join('\n')}
</dl>
<nav aria-label="All codes">
<ul>
${ERROR_CATALOGUE.map(line).join('\n')}
</ul>
</nav>
<main>
${ERROR_CATALOGUE.map(section).join('\n')}
</main>
</body>
</html>
`
}

const RETRY_WORDS: Readonly<Record<ErrorRow['retry'], string>> = {
  never: 'sending the same request again does not help by itself',
  after_fix: 'correct the request first',
  same_key: 'send the same request again with the same Idempotency-Key',
  after_inquiry: 'read first what became of it, then decide',
}

function line({ code, status }: ErrorRow): string {
  return `<li><small>${status}</small> <a href="#${escapeHtml(code)}"><code>${escapeHtml(code)}</code></a></li>`
}

function section({ code, title, status, remedy, retry }: ErrorRow): string {
  const id = escapeHtml(code)
  return `<section id="${id}">
<h2><a href="#${id}"><code>${id}</code></a> · ${status}</h2>
<p><b>${escapeHtml(title)}.</b> ${escapeHtml(remedy)}</p>
<p class="quiet">Retry: <code>${escapeHtml(retry)}</code>, ${RETRY_WORDS[retry]}</p>
</section>`
}
