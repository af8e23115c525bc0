/** The filter by what a resource came from, as stores know it: one link. */
export function linked<
  T extends { presentation_id?: string | undefined; payment_id?: string | undefined },
>({
  presentation_id,
  payment_id,
  ...rest
}: T): Omit<T, 'presentation_id' | 'payment_id'> & { link: string | undefined } {
  return { ...rest, link: presentation_id ?? payment_id }
}
