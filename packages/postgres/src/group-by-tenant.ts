import type { Tenant } from '@upi-autopay/engine'

/** Items of one merchant and mode together, since every statement names one. Order within a group is kept. */
export function groupByTenant<T>(
  items: readonly T[],
  tenantOf: (item: T) => Tenant,
): { readonly tenant: Tenant; readonly items: readonly T[] }[] {
  const groups = new Map<string, { tenant: Tenant; items: T[] }>()
  for (const item of items) {
    const tenant = tenantOf(item)
    const name = `${tenant.mode} ${tenant.merchant_id}`
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { tenant, items: [item] })
    else group.items.push(item)
  }
  return [...groups.values()]
}
