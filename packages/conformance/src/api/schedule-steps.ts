import type { Schedule } from '@upi-autopay/contract'
import type { World } from './case.ts'
import { rs } from './given.ts'

type Fields = Readonly<Record<string, unknown>>

/** A schedule of ₹80 from Wednesday of the next week on. */
export function plan(
  { api, given }: World,
  { id }: { readonly id: string },
  over: Fields = {},
): Promise<Schedule> {
  return api.ok('schedules.create', {
    params: { id },
    body: {
      reference_id: given.reference(),
      amount: rs(80),
      starts_on: '2030-01-16',
      ...over,
    },
  })
}

export function read({ api }: World, { id }: { readonly id: string }): Promise<Schedule> {
  return api.ok('schedules.get', { params: { id } })
}

export function upcoming({ api }: World, { id }: { readonly id: string }) {
  return api.ok('schedules.upcoming', { params: { id } })
}

export async function daysOf(world: World, schedule: { readonly id: string }): Promise<string[]> {
  return (await upcoming(world, schedule)).cycles.map(({ debit_date }) => debit_date)
}

/** The types of a schedule's own events, oldest first. */
export async function eventsOf({ api }: World, { id }: { readonly id: string }): Promise<string[]> {
  const { data } = await api.ok('events.list', { query: { resource_id: id, limit: 100 } })
  return data.map(({ type }) => type).reverse()
}

/** The types of a mandate's events, its debits' and its schedules' among them, oldest first. */
export async function toldOf({ api }: World, { id }: { readonly id: string }): Promise<string[]> {
  const { data } = await api.ok('mandates.events', { params: { id }, query: { limit: 100 } })
  return data.map(({ type }) => type).reverse()
}
