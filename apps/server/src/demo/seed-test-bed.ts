import type { Autopay } from '@upi-autopay/client'
import type { Expectations } from './expectations.ts'
import { table } from './table.ts'
import { type Bed, type BedLine, makeBed } from './test-bed/bed.ts'
import { collect } from './test-bed/collect.ts'
import { instant } from './test-bed/instant.ts'
import { notification } from './test-bed/notification.ts'
import { pin } from './test-bed/pin.ts'
import { presentation } from './test-bed/presentation.ts'
import { registration } from './test-bed/registration.ts'
import { retries } from './test-bed/retries.ts'

const PARTS: readonly { readonly title: string; readonly run: (bed: Bed) => Promise<BedLine[]> }[] =
  [
    { title: 'Mandate creation: the link opened once, ten seconds on', run: registration },
    {
      title:
        'Instant presentation: by first_debit, which the document calls default_amount, then by call',
      run: instant,
    },
    { title: 'Pre-debit notification: ten seconds on', run: notification },
    { title: 'Presentation: 24 hours after its notice, ten seconds on', run: presentation },
    { title: 'The PIN', run: pin },
    { title: 'Retries', run: retries },
    { title: 'Collect payments: ten seconds on', run: collect },
  ]

/** The documented values of the test bed, one line each: what the document says, what is expected here, what is seen. */
export async function seedTestBed(autopay: Autopay, expectations: Expectations): Promise<void> {
  const bed = await makeBed(autopay)
  for (const { title, run } of PARTS) {
    await bed.nextMorning()
    const rows = (await run(bed)).map(({ amount, says, expected, seen }) => {
      const held = expectations.note({ subject: `${title}: ${amount}`, expected, seen })
      return [amount, says, expected, seen, held ? '✓' : '✗']
    })
    console.log(`\n${title}`)
    console.log(table([['Amount', 'The document says', 'Expected', 'Seen', ''], ...rows]))
  }
}
