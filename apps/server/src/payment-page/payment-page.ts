import type { Account, Payment } from '@upi-autopay/engine'
import { formatRupees } from '@upi-autopay/rail'
import { escapeHtml } from '../escape-html.ts'
import { page } from '../hosted-page/hosted-page.ts'
import { momentInWords } from '../hosted-page/moments-in-words.ts'
import { paymentStatusInWords } from './status-in-words.ts'

/** What the page shows. */
export interface PaymentPage {
  readonly payment: Payment
  readonly account: Account
  /** The picture of the link, as SVG; null when there is nothing to scan. */
  readonly qr: string | null
  /** What the payer answered a moment ago, while the bank has not. */
  readonly told: 'approve' | 'decline' | null
}

/** How often the page looks again while the bank has not answered, in seconds. */
const LOOK_AGAIN_SECONDS = 3

/** The page on which a payer reads what is to be paid and, in the sandbox, answers. */
export function paymentPage(shown: PaymentPage): string {
  const { payment, account, told } = shown
  const { title, says, tone } = paymentStatusInWords(payment, told)
  const open = payment.status === 'pending' && payment.outcome === null
  const asks = open && told === null
  const waits = open && told !== null
  const name = `<bdi>${escapeHtml(account.name)}</bdi>`
  const head = waits ? `<meta http-equiv="refresh" content="${LOOK_AGAIN_SECONDS}">\n` : ''
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    asks ? `<p><b>${name}</b> ${escapeHtml(says)}</p>` : `<p role="status">${escapeHtml(says)}</p>`,
    terms(shown, asks),
    asks ? choices(shown) : '',
    waits ? '<p><a class="button back" href="?">Change my answer</a></p>' : '',
    wayBack(payment, name),
    account.mode === 'test' ? testNote(shown, waits) : '',
  ]
  return page(title, `<main class="${tone}">\n${body.join('\n')}\n</main>`, head)
}

function terms({ payment, account }: PaymentPage, asks: boolean): string {
  const rows = [
    { about: 'Paid to', says: `${account.name}\n${account.payee_vpa}` },
    { about: 'For', says: payment.purpose },
    ...(asks ? [{ about: 'Pay by', says: momentInWords(payment.expires_at) }] : []),
  ].map(({ about, says }) => `<div><dt>${about}</dt><dd>${escapeHtml(says)}</dd></div>`)
  return `<p class="most">${escapeHtml(formatRupees(payment.amount))}</p>\n<dl>\n${rows.join('\n')}\n</dl>`
}

/** The buttons of the sandbox, or the way into the payer's UPI app. */
function choices({ payment, account, qr }: PaymentPage): string {
  if (account.mode === 'test') {
    return `<form method="post"><button class="yes" name="action" value="approve">Pay</button><button class="no" name="action" value="decline">Decline</button></form>\n`
  }
  if (payment.flow === 'collect' || payment.upi_link === null)
    return '<p>Open your UPI app to answer: the request waits there for you.</p>\n'
  const link = `<a class="button yes" href="${escapeHtml(payment.upi_link)}">Open in your UPI app</a>\n`
  return qr === null ? link : `${link}${picture(qr)}`
}

function picture(qr: string): string {
  const data = Buffer.from(qr).toString('base64')
  return `<p>On a computer, scan this with your UPI app:</p>
<img alt="The same link as a picture to scan" src="data:image/svg+xml;base64,${data}">\n`
}

function wayBack({ status, redirect_url }: Payment, name: string): string {
  if (status === 'pending' || redirect_url === null) return ''
  return `<p><a class="button back" href="${escapeHtml(redirect_url)}">Back to ${name}</a></p>`
}

/** What a developer who plays the payer would otherwise wonder about. */
function testNote({ payment, account }: PaymentPage, waits: boolean): string {
  const says = ['Test mode: no bank is asked and no money moves.']
  if (waits && account.clock.mode === 'frozen')
    says.push('The test clock stands still: the bank answers once it is moved on.')
  else if (
    payment.flow === 'collect' &&
    payment.status === 'pending' &&
    account.sandbox.value_table
  )
    says.push('At the amounts of the value table the bank answers a collect request by itself.')
  return `<p class="note">${says.join(' ')}</p>`
}
