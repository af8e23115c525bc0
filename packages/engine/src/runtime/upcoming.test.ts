import { isoDate, startOfIstDay } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { HOUR } from '../mandate/decider-specification.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import { createRuntimeWorld } from './runtime-specification.ts'

test('what a schedule will do is told by the policy that the operator has set for the merchant', async () => {
  const { engine, item, account } = await createRuntimeWorld(createMemoryStore())
  const plan = {
    type: 'CreateSchedule',
    id: 'sch_1',
    mandate_id: 'mdt_1',
    reference_id: 'plan-001',
    description: null,
    amount: 100_00,
    amounts: null,
    starts_on: isoDate('2030-01-16'),
    until: null,
    count: null,
    retry: 'none',
    when: 'asap',
    metadata: {},
  } as const
  const standing = await account()
  const narrowed = { ...standing, policy: { notice_lead_min_hours: 36, notice_lead_max_hours: 72 } }
  await engine.handle([{ ...(await item(plan)), account: narrowed }])
  const notify_at = startOfIstDay(isoDate('2030-01-13')) + 18 * HOUR
  expect((await engine.upcoming(narrowed, 'sch_1'))?.[0]).toMatchObject({ number: 1, notify_at })
})
