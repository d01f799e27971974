/** How many single messages are planned for a day, of who set a cap. */
import type { Channel } from '../../pure/delivery/channels'
import type { Choices } from '../../pure/delivery/choices'
import { dayOf, DAY_MS, type Day, type Instant } from '../../pure/time'
import type { Tx } from '../store/transaction'
import { deliveryCounts, type DayCount } from './collections-person'

export interface Counts {
  of(day: Day, channel: Channel): number
  add(at: Instant, channel: Channel): void
  /** Writes what was added. */
  keep(): void
}

const NONE: Counts = { of: () => 0, add: () => undefined, keep: () => undefined }

/** Read in this commit, so that two that plan for one person at the same time see each other. */
export const openCounts = async (tx: Tx, accountId: string, { cap }: Choices): Promise<Counts> => {
  if (cap === null) return NONE
  const today = dayOf(tx.now)
  const found = await tx.get(deliveryCounts, accountId)
  const days = new Map((found?.days ?? []).filter(({ day }) => day >= today).map((one) => [one.day, one]))
  let changed = false
  return {
    of: (day, channel) => days.get(day)?.[channel] ?? 0,
    add: (at, channel) => {
      const day = dayOf(at)
      const before: DayCount = days.get(day) ?? { day, wechat: 0, sms: 0, email: 0 }
      days.set(day, { ...before, [channel]: before[channel] + 1 })
      changed = true
    },
    keep: () => {
      if (!changed) return
      tx.put(deliveryCounts, accountId, { v: 1, days: [...days.values()], expiresAt: tx.now + 3 * DAY_MS })
    },
  }
}
