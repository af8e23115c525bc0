/** What the provider knows it by: ours, stable, at most 35 letters and digits. */
export function providerReference(resource_id: string, attempt: number | null): string {
  return `${resource_id.replace('_', '')}${attempt === null ? '' : `a${attempt}`}`
}

/** Unique in its stream and known without asking: one effect per thing asked. */
export function effectId(
  kind: string,
  resource_id: string,
  attempt: number | null,
  inquiry?: number,
): string {
  const asked = attempt === null ? `${kind}:${resource_id}` : `${kind}:${resource_id}:${attempt}`
  return inquiry === undefined ? asked : `${asked}:${inquiry}`
}
