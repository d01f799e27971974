/** Field checks that exist once: contracts are built of the patterns, screens call the checks on what a link names. */

export const HALL_ID = /^[A-Za-z0-9_.-]{1,80}$/
export const MATTER_CODE = /^[A-Z0-9]{2,16}$/

export const isHallId = (value: string): boolean => HALL_ID.test(value)
export const isMatterCode = (value: string): boolean => MATTER_CODE.test(value)

/** What a matter is about, as far as rules care: some times are blocked for some kinds. */
export const MATTER_KINDS = ['invoiceSupply', 'invoiceOnBehalf', 'other'] as const
export type MatterKind = (typeof MATTER_KINDS)[number]
