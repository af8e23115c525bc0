import { type Account, type Mandate, openModification } from '@upi-autopay/engine'
import { isTerminal } from '@upi-autopay/rail'
import { escapeHtml } from '../escape-html.ts'
import { type Choices, choices } from './choices.ts'
import { type Allowed, controls } from './controls.ts'
import { debits, type ToldDebit } from './debits.ts'
import { dateInWords, momentInWords } from './moments-in-words.ts'
import type { OpenDebits } from './open-debits.ts'
import { statusInWords } from './status-in-words.ts'
import { STYLE } from './style.ts'
import { termsInWords } from './terms-in-words.ts'

/** What the page shows. */
export interface HostedPage extends Choices {
  readonly account: Account
  /** What the payer answered a moment ago, while the bank has not. */
  readonly told: 'approve' | 'decline' | null
  readonly debits: OpenDebits
  readonly toldDebit: ToldDebit
  readonly allowed: Allowed
  /** Whether the payer has asked to end the payments and is asked once more. */
  readonly ending: boolean
}

/** How often the page looks again while the bank has not answered, in seconds. */
const LOOK_AGAIN_SECONDS = 3

/** The page on which a payer reads a mandate's terms and, in the sandbox, answers, pauses, resumes and ends. */
export function hostedPage(shown: HostedPage): string {
  const { mandate, account, told } = shown
  const open =
    mandate.status === 'pending' ||
    (mandate.status === 'active' && openModification(mandate) !== null)
  const ending = shown.ending && shown.takesAnswer && isStanding(mandate) && shown.allowed.revoke
  const asks = open && told === null && !ending
  const waits = open && told !== null && !ending
  const name = `<bdi>${escapeHtml(account.name)}</bdi>`
  const asked = shown.takesAnswer && isStanding(mandate) && !waits && !ending
  const answered = asked && shown.debits.asking.some(({ id }) => id === shown.toldDebit)
  const needsPin = asked && !open && shown.debits.asking.some(({ id }) => id !== shown.toldDebit)
  const status = ending ? ENDING : statusInWords(mandate, told)
  const { title, says, tone, points } = needsPin ? { ...status, ...NEEDS_PIN } : status
  const head =
    waits || answered ? `<meta http-equiv="refresh" content="${LOOK_AGAIN_SECONDS}">\n` : ''
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    asks ? `<p><b>${name}</b> ${escapeHtml(says)}</p>` : `<p role="status">${escapeHtml(says)}</p>`,
    asked ? debits({ ...shown.debits, announced: [] }, shown.toldDebit) : '',
    terms(shown, asks),
    pointList(points),
    asks ? choices(shown) : '',
    asked ? debits({ ...shown.debits, asking: [] }, shown.toldDebit) : '',
    shown.takesAnswer && !waits ? controls({ mandate, ending, allowed: shown.allowed }) : '',
    waits ? '<p><a class="button back" href="?">Change my answer</a></p>' : '',
    wayBack(mandate, name),
    account.mode === 'test' ? testNote(shown, waits || answered) : '',
  ]
  return page(title, `<main class="${tone}">\n${body.join('\n')}\n</main>`, head)
}

const ENDING: ReturnType<typeof statusInWords> = {
  title: 'End these automatic payments?',
  says: 'Nothing more will be debited, and what was announced is called off. This cannot be undone.',
  tone: 'bad',
  points: [],
}

const NEEDS_PIN = {
  title: 'A debit needs your PIN',
  says: 'Whether it is made is up to you.',
  tone: 'calm',
} as const

function isStanding({ status }: Mandate): boolean {
  return status === 'active' || status === 'paused'
}

/** The page for an address that leads to no mandate. */
export function missingPage(): string {
  return page(
    'Not found',
    `<main class="bad">
<h1>Not found</h1>
<p>This link leads to no request. Check that you opened the whole link, or ask the merchant for a new one.</p>
</main>`,
    '',
  )
}

function terms({ mandate, account }: HostedPage, asks: boolean): string {
  const change = mandate.status === 'active' ? openModification(mandate) : null
  const { amount, often, lines } = termsInWords(
    change === null
      ? // The debit on approval is told before it only.
        { ...mandate, first_debit: mandate.status === 'pending' ? mandate.first_debit : null }
      : { ...mandate, amount: change.amount, end_date: change.end_date, first_debit: null },
    account,
  )
  // Once nothing will be debited, the amount is no longer the first thing to see.
  const large = isTerminal('mandate', mandate.status)
    ? ''
    : `<p class="most">${escapeHtml(amount)}</p>\n<p class="often">${escapeHtml(often)}</p>\n`
  const small =
    large === ''
      ? [
          { about: 'Amount', says: amount },
          { about: 'How often', says: often },
        ]
      : []
  const expires_at = change?.expires_at ?? mandate.registration_expires_at
  const by = { about: 'Answer by', says: momentInWords(expires_at) }
  const rows = [
    ...(change === null ? [] : [{ about: 'So far', says: termsSoFar(mandate, account) }]),
    ...small,
    ...lines,
    ...(asks ? [by] : []),
  ].map(({ about, says }) => `<div><dt>${about}</dt><dd>${escapeHtml(says)}</dd></div>`)
  return `${large}<dl>\n${rows.join('\n')}\n</dl>`
}

/** What holds until new terms are approved: the two that a change can touch. */
function termsSoFar(mandate: Mandate, account: Account): string {
  return `${termsInWords(mandate, account).amount}\nuntil ${dateInWords(mandate.end_date)}`
}

function pointList(points: readonly string[]): string {
  return points.length === 0
    ? ''
    : `<ul>\n${points.map((point) => `<li>${escapeHtml(point)}</li>`).join('\n')}\n</ul>`
}

function wayBack({ status, redirect_url }: Mandate, name: string): string {
  if (status === 'pending' || redirect_url === null) return ''
  return `<p><a class="button back" href="${escapeHtml(redirect_url)}">Back to ${name}</a></p>`
}

/** What a developer who plays the payer would otherwise wonder about. */
function testNote({ mandate, account }: HostedPage, waits: boolean): string {
  const says = ['Test mode: no bank is asked and no money moves.']
  if (waits && account.clock.mode === 'frozen') {
    says.push('The test clock stands still: the bank answers once it is moved on.')
  } else if (mandate.status === 'pending' && account.sandbox.value_table) {
    says.push('At the amounts of the value table the bank answers by itself once this is opened.')
  }
  return `<p class="note">${says.join(' ')}</p>`
}

/** The frame of every page that payers see. */
export function page(title: string, body: string, head: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
${head}<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`
}
