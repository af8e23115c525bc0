import { type Mandate, openModification } from '@upi-autopay/engine'
import { escapeHtml } from '../escape-html.ts'

/** How a payer can answer a pending mandate, or a change of one, here. */
export interface Choices {
  readonly mandate: Mandate
  /** The picture of the link, as SVG; null when there is nothing to scan. */
  readonly qr: string | null
  /** Whether the page itself takes the answer: the sandbox does, a real payer answers in the app. */
  readonly takesAnswer: boolean
}

/** The buttons of the sandbox, or the way into the payer's UPI app. */
export function choices({ mandate, qr, takesAnswer }: Choices): string {
  if (takesAnswer) {
    return `<form method="post"><button class="yes" name="action" value="approve">Approve</button><button class="no" name="action" value="decline">Decline</button></form>\n`
  }
  const { upi_link } = openModification(mandate) ?? mandate
  if (mandate.flow === 'collect' || upi_link === null) {
    return '<p>Open your UPI app to answer: the request waits there for you.</p>\n'
  }
  const link = `<a class="button yes" href="${escapeHtml(upi_link)}">Open in your UPI app</a>\n`
  return qr === null ? link : `${link}${picture(qr)}`
}

function picture(qr: string): string {
  const data = Buffer.from(qr).toString('base64')
  return `<p>On a computer, scan this with your UPI app:</p>
<img alt="The same link as a picture to scan" src="data:image/svg+xml;base64,${data}">\n`
}
