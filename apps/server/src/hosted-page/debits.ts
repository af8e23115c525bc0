import type { Notification, Presentation } from '@upi-autopay/engine'
import { formatRupees } from '@upi-autopay/rail'
import { dateInWords, momentInWords } from './moments-in-words.ts'
import type { OpenDebits } from './open-debits.ts'

/** What a payer answered a moment ago, while the bank has not: the id of a debit, or null. */
export type ToldDebit = string | null

/** The debits that ask for the PIN, and those announced, each with the buttons that it allows; empty without any. */
export function debits({ asking, announced }: OpenDebits, told: ToldDebit): string {
  return [
    ...asking.map((one) => (one.id === told ? answered(one) : question(one))),
    announced.length === 0 ? '' : `<h2>Coming debits</h2>\n${announced.map(notice).join('')}`,
  ].join('')
}

function question({ id, amount, payer_expires_at }: Presentation): string {
  const by = payer_expires_at === null ? '' : ` Answer by ${momentInWords(payer_expires_at)}.`
  return `<section class="ask" aria-labelledby="${id}">
<h2 id="${id}">${formatRupees(amount)} needs your UPI PIN</h2>
<p>This debit is made only if you enter your PIN.${by}</p>
${form(id, [
  ['yes', 'enter_pin', 'Enter PIN and pay'],
  ['no', 'refuse_debit', 'Refuse this debit'],
])}</section>
`
}

function answered({ id, amount }: Presentation): string {
  return `<section class="ask" aria-labelledby="${id}">
<h2 id="${id}">${formatRupees(amount)}: you answered</h2>
<p role="status">Your bank is being told. This takes a few seconds; the page updates by itself.</p>
</section>
`
}

function notice({ id, amount, debit_date }: Notification): string {
  return `<section class="ask" aria-labelledby="${id}">
<p id="${id}"><b>${formatRupees(amount)}</b> on ${dateInWords(debit_date)}</p>
${form(id, [['back', 'opt_out', 'Skip this debit']])}</section>
`
}

/** Each button says by its description which debit it is about: there may be several. */
function form(
  id: string,
  buttons: readonly (readonly [look: string, action: string, says: string])[],
): string {
  const drawn = buttons.map(
    ([look, action, says]) =>
      `<button class="${look}" name="action" value="${action}" aria-describedby="${id}">${says}</button>`,
  )
  return `<form method="post"><input type="hidden" name="debit" value="${id}">${drawn.join('')}</form>\n`
}
