declare const paise: unique symbol
/** An amount in paise (1/100 rupee): an integer, INR. Rupees exist only in providers' wires and in text for people. */
export type Paise = number & { readonly [paise]: true }

/** Brands an integer as paise. A fraction or an unsafe integer is a bug, so it throws. */
export function toPaise(value: number): Paise {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an integer amount of paise: ${value}`)
  return value as Paise
}

/** Whole rupees as paise, for tables whose source speaks of rupees. */
export function rupees(value: number): Paise {
  return toPaise(value * 100)
}

/** Paise as decimal rupees with two digits and no separators, as links and wires print them: `1500.00`. */
export function formatDecimalRupees(amount: number): string {
  const sign = amount < 0 ? '-' : ''
  const absolute = Math.abs(amount)
  return `${sign}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`
}

/** Paise for people, with Indian digit groups: `₹1,00,000.00`. */
export function formatRupees(amount: number): string {
  const [whole = '0', cents = '00'] = formatDecimalRupees(Math.abs(amount)).split('.')
  const head = whole.slice(0, -3)
  const grouped =
    head === '' ? whole : `${head.replace(/\B(?=(\d{2})+$)/g, ',')},${whole.slice(-3)}`
  return `${amount < 0 ? '-' : ''}₹${grouped}.${cents}`
}
