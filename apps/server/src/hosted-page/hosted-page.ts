import { createHash } from 'node:crypto'
import type { Mandate } from '@upi-autopay/engine'
import { escapeHtml } from '../escape-html.ts'
import { statusInWords } from './status-in-words.ts'
import { termsInWords } from './terms-in-words.ts'

/** What the page shows. */
export interface HostedPage {
  readonly mandate: Mandate
  readonly merchant: string
  /** The picture of the link, as SVG; null when there is nothing to scan any more. */
  readonly qr: string | null
  /** Whether the page itself takes the payer's answer: the sandbox does, a real payer answers in the app. */
  readonly takesAnswer: boolean
  /** What the payer answered a moment ago, while the bank has not. */
  readonly told: 'approve' | 'decline' | null
}

const STYLE = `
body { font: 17px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 26rem; padding: 1.5rem 1rem; color: #1b1b1b }
h1 { font-size: 1.4rem; margin: 0 0 .5rem }
dl { border-top: 1px solid #ddd; margin: 1.25rem 0 }
dl div { border-bottom: 1px solid #ddd; display: flex; gap: 1rem; padding: .5rem 0 }
dt { color: #595959; flex: 0 0 6.5rem }
dd { margin: 0; overflow-wrap: anywhere }
button, .app { border: 1px solid #14532d; border-radius: .5rem; box-sizing: border-box; display: block; font: inherit; margin: .6rem 0; padding: .8rem; text-align: center; text-decoration: none; width: 100% }
.yes, .app { background: #14532d; color: #fff }
.no { background: #fff; border-color: #8a1c1c; color: #8a1c1c }
img { display: block; margin: 1rem auto; width: 14rem }
small { color: #595959 }
`

/** Nothing from outside, no script, no frame around it; forms go back here only. */
export const HOSTED_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

/** How often the page looks again while the bank has not answered, in seconds. */
const LOOK_AGAIN_SECONDS = 3

/** The page on which a payer reads a mandate's terms and, in the sandbox, answers. */
export function hostedPage(shown: HostedPage): string {
  const { mandate, merchant } = shown
  const waits = mandate.status === 'pending' && shown.told !== null
  const { title, says } = waits ? waiting(shown.told === 'approve') : statusInWords(mandate)
  const terms = termsInWords(mandate, merchant)
    .map((term) => `<div><dt>${escapeHtml(term.about)}</dt><dd>${escapeHtml(term.says)}</dd></div>`)
    .join('\n')
  return page(
    title,
    `<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(says)}</p>
<dl>
${terms}
</dl>
${mandate.status === 'pending' && !waits ? choices(shown) : ''}${wayBack(mandate)}`,
    waits ? `<meta http-equiv="refresh" content="${LOOK_AGAIN_SECONDS}">` : '',
  )
}

/** The page for an address that leads to no mandate. */
export function missingPage(): string {
  return page(
    'Not found',
    '<h1>Not found</h1>\n<p>There is no such mandate. Ask the merchant for a new link.</p>',
    '',
  )
}

function waiting(approved: boolean): { title: string; says: string } {
  const title = approved ? 'You approved' : 'You declined'
  return { title, says: 'The bank answers in a few seconds; this page looks again by itself.' }
}

function choices({ mandate, qr, takesAnswer }: HostedPage): string {
  const picture =
    qr === null
      ? ''
      : `<img alt="The same link as a picture to scan" src="data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}">\n`
  const link =
    mandate.upi_link === null
      ? ''
      : `<a class="app" href="${escapeHtml(mandate.upi_link)}">Open in a UPI app</a>\n`
  return takesAnswer
    ? `<form method="post"><button class="yes" name="action" value="approve">Approve</button><button class="no" name="action" value="decline">Decline</button></form>
<p><small>Test mode: no bank is asked and no money moves.</small></p>\n`
    : link + picture
}

function wayBack({ status, redirect_url }: Mandate): string {
  if (status === 'pending' || redirect_url === null) return ''
  return `<p><a href="${escapeHtml(redirect_url)}">Back to the merchant</a></p>\n`
}

function page(title: string, body: string, head: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${head}<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}</body>
</html>
`
}
