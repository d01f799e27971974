/**
 * The numbers that an account tries to add in a day: those it lets go again count, and so do those that turn out to be
 * verified by somebody else, so that nobody empties a hall, or finds out who is verified, by asking for one after the other.
 */
import type { Context } from '../core/io/context'
import { transact } from '../core/io/store/transact'
import { AppError } from '../core/pure/errors'
import { say } from '../core/pure/text'
import { DAY_MS, dayOf } from '../core/pure/time'
import { bindDays } from './collections'
import { accountLimitOn } from './rules/limits'

/** Longer than its day, wherever the sweep runs. */
const KEPT = 2 * DAY_MS

/**
 * Counts the number once a day, before anything is said about it. By the WeChat identity: a new account in its place counts on.
 * @throws AppError LIMIT_BINDINGS when the day's are used up; BUSY
 */
export const countBinding = async (context: Context, origin: string, subject: string): Promise<void> => {
  const { vault, now, language } = context
  const day = dayOf(now)
  const id = `bd_${vault.pseudonym('bindDay', `${origin}|${day}`)}`
  const mark = vault.pseudonym('bindMark', `${origin}|${day}|${subject}`)
  const limit = accountLimitOn('bindingsPerDay', day)
  await transact(context, async (tx) => {
    const marks = (await tx.get(bindDays, id))?.marks ?? []
    if (marks.includes(mark)) return
    if (marks.length >= limit.value)
      throw new AppError('LIMIT_BINDINGS', {
        rule: say(limit.rule, language),
        basis: say(limit.basis, language),
        unconfirmed: limit.unconfirmed,
        limit: limit.value,
        used: marks.length,
      })
    tx.put(bindDays, id, { v: 1, marks: [...marks, mark], expiresAt: tx.now + KEPT })
  })
}
