import type { Driver } from './driver.ts'
import { operationOf } from './operations.ts'
import type { MerchantAccess } from './target.ts'
import { sendOnWire } from './wire.ts'

/** Speaks HTTP itself, by the paths and methods of the contract. */
export function rawDriver(access: MerchantAccess): Driver {
  return {
    name: 'raw',
    call: (name, { params, query, body, headers }) => {
      const { http_method, path } = operationOf(name)
      return sendOnWire(access, {
        method: http_method,
        path: path.replace(':id', () => encodeURIComponent(params?.id ?? '')) + searchOf(query),
        ...(headers !== undefined && { headers }),
        ...(body !== undefined && { text: JSON.stringify(body) }),
      })
    },
  }
}

function searchOf(query: Readonly<Record<string, string | number>> | undefined): string {
  const given = Object.entries(query ?? {})
  if (given.length === 0) return ''
  return `?${new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)])))}`
}
