import { group } from '../case.ts'
import { rs } from '../given.ts'

/** Histories as CSV: what lists show, whole, for spreadsheets and ledgers. */
export const tableCases = group('tables', {
  'Mandates come as CSV, newest first, a line each': async ({ api, given, expect }) => {
    const one = await given.pending({ payer: { name: 'Patil, Asha' } })
    const two = await given.pending({ payer: { name: '=SUM(A1:A9)' }, amount: rs(150) })
    const lines = linesOf(await api.ok('mandates.csv'))
    expect(lines[0]?.startsWith('id,reference_id,status,created_at,')).toBe(true)
    expect(lines.length).toBe(3)
    expect(lines[1]?.startsWith(`${two.id},${two.reference_id},pending,`)).toBe(true)
    expect(lines[1]).toContain(',INR,15000,max,')
    expect(lines[1]).toContain(",'=SUM(A1:A9),")
    expect(lines[2]?.startsWith(`${one.id},`)).toBe(true)
    expect(lines[2]).toContain(',"Patil, Asha",')
  },

  'A table takes the filters of its list': async ({ api, given, expect }) => {
    const revoked = await given.pending()
    await api.ok('mandates.revoke', { params: { id: revoked.id } })
    await given.pending()
    const lines = linesOf(await api.ok('mandates.csv', { query: { status: 'revoked' } }))
    expect(lines.length).toBe(2)
    expect(lines[1]?.startsWith(`${revoked.id},`)).toBe(true)
    const refused = await api.refused('mandates.csv', { query: { limit: 5 } })
    expect(refused).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/limit' }] })
  },

  'Notices, debits and events come as CSV too': async ({ api, clock, given, expect }) => {
    const mandate = await given.active()
    const notice = await given.notice(mandate)
    await clock.advance('PT10S')
    const debit = await given.debit(notice)
    const notices = linesOf(
      await api.ok('notifications.csv', { query: { mandate_id: mandate.id } }),
    )
    expect(notices.length).toBe(2)
    expect(notices[1]?.startsWith(`${notice.id},${mandate.id},,delivered,`)).toBe(true)
    const debits = linesOf(await api.ok('presentations.csv'))
    expect(debits[1]?.startsWith(`${debit.id},${mandate.id},${notice.id},`)).toBe(true)
    const query = { resource_id: debit.id }
    const [names, created] = linesOf(await api.ok('events.csv', { query }))
    expect(names).toBe('id,type,created_at,sequence,object,resource_id,status')
    expect(created).toContain(`,presentation,${debit.id},scheduled`)
  },

  'A table of nothing is its line of names': async ({ api, expect }) => {
    expect(linesOf(await api.ok('presentations.csv')).length).toBe(1)
  },

  'A table says what it is': async ({ api, expect }) => {
    const { headers } = await api.call('mandates.csv')
    expect(headers['content-type']).toContain('text/csv')
    expect(headers['content-disposition']).toBe('attachment; filename="mandates.csv"')
  },

  'A long table is whole': async ({ api, given, unrecorded, expect }) => {
    await unrecorded(async () => {
      // One after the other: the log is compared, and of callers at one moment chance says who comes first.
      for (let count = 0; count < 520; count++) await given.pending()
      const lines = linesOf(await api.ok('mandates.csv'))
      expect(lines.length).toBe(521)
      expect(new Set(lines).size).toBe(521)
    })
  },
})

/** The lines of a table, without what ends them. */
function linesOf(table: unknown): string[] {
  const text = String(table)
  if (!text.endsWith('\r\n')) throw new Error(`not a whole table: ${text.slice(-80)}`)
  return text.slice(0, -2).split('\r\n')
}
