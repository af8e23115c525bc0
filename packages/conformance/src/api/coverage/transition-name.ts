/** How coverage names a row of a lifecycle: `transition mandate pending → active by mandate.activated`. */
export function transitionName(
  resource: string,
  { from, on, to }: { readonly from: string | null; readonly on: string; readonly to: string },
): string {
  return `transition ${resource} ${from ?? 'nothing'} → ${to} by ${on}`
}
