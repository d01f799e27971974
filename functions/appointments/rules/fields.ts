/** Field checks that exist once: the contract refines with them, forms call them as one types. */
import { isDay } from '../../core/pure/time'

export const isHallId = (value: string): boolean => /^[A-Za-z0-9_.-]{1,80}$/.test(value)
export const isMatterCode = (value: string): boolean => /^[A-Z0-9]{2,16}$/.test(value)
export const isAppointmentId = (value: string): boolean => /^ap_[0-9a-z]{26}$/.test(value)
export const isStart = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 1440
export { isDay }

/** An officer's reason is shown to those it concerns: one to 200 characters that say something. */
export const isReason = (value: string): boolean => value.trim().length > 0 && value.length <= 200

/** Seats by quota: the most a slot can hold at once is bound by its document's size. */
export const SEATS = { online: 200, walkIn: 200, priority: 100 } as const
export type Quota = { readonly online: number; readonly walkIn: number; readonly priority: number }
export const isQuota = (quota: Quota): boolean =>
  (['online', 'walkIn', 'priority'] as const).every((kind) => Number.isInteger(quota[kind]) && quota[kind] >= 0 && quota[kind] <= SEATS[kind])
