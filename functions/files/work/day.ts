/** How many uploads an account may begin in a day: unfinished ones take room until they are swept. */
import type { Context } from '../../core/io/context'
import { AppError } from '../../core/pure/errors'
import { DAY_MS, dayOf, instantOf } from '../../core/pure/time'
import { uploadDays } from '../collections'
import { UPLOADS_A_DAY } from '../data/limits'

const TRIES = 6

/**
 * One more of today's. Counted by a guarded patch, so that no number of calls at once begins more.
 * @throws AppError UPLOADS_TODAY once the day's are used up, BUSY
 */
export const countUpload = async (
  { store, now, vault }: Pick<Context, 'store' | 'now' | 'vault'>,
  accountId: string,
): Promise<void> => {
  const day = dayOf(now)
  const id = `ud_${vault.pseudonym('uploadDay', `${accountId}|${day}`)}`
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const outcome = await store.patch({
      collection: uploadDays.name,
      id,
      add: { count: 1 },
      when: [{ path: 'count', max: UPLOADS_A_DAY.value }],
    })
    if (outcome.outcome === 'patched') return
    if (outcome.outcome === 'refused' && outcome.reason === 'guard') throw new AppError('UPLOADS_TODAY')
    if (outcome.outcome !== 'refused') continue
    const doc = { v: 1 as const, accountId, count: 1, expiresAt: instantOf(day) + 2 * DAY_MS }
    const made = await store.commit([{ op: 'insert', collection: uploadDays.name, id, doc }])
    if (made.outcome === 'committed') return
  }
  throw new AppError('BUSY')
}
