/** An event that says all by its type. */
export interface Nothing extends Readonly<Record<never, never>> {}
