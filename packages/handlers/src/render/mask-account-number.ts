/** The number of a bank account as answers show it: the last four digits. */
export function maskAccountNumber(number: string): string {
  return number.slice(-4).padStart(number.length, '*')
}
