/** What somebody is told of what is due so many days from now: one notice a day and taxpayer, whatever it is that is due. */
import { notify } from '../../core/io/notices/notify'
import type { Tx } from '../../core/io/store/transaction'
import type { DeclaredNotice } from '../../core/pure/notices'
import { instantOf, LAST_MINUTE, type Day } from '../../core/pure/time'
import { putNotice } from '../../inbox/public'
import { notices } from '../data/notices'
import type { Offset } from '../rules/plan'

export interface Due {
  readonly accountId: string
  /** The profile's id: with the day and the offset it says what is told once. */
  readonly profileId: string
  readonly day: Day
  readonly offset: Offset
  readonly codes: readonly string[]
}

/** Of a notice that is put: its account's check, itself, a message for each of three channels, and the count of a cap. */
const CHANGES_A_NOTICE = 6
/** More notices at once than a commit has room for are told one by one, each by an event of its own. */
const MOST_PUT = 5

/** Changes that telling these takes, at most. */
export const costOf = (dues: readonly Due[]): number =>
  dues.length <= MOST_PUT ? dues.length * CHANGES_A_NOTICE : dues.length

const noticeOf = (offset: Offset): DeclaredNotice => {
  if (offset === 0) return notices.today
  return offset === 1 ? notices.tomorrow : notices.soon
}

/** Told once, however often it is told; of no use in a message when the day is over. */
export const tellDues = async (tx: Tx, dues: readonly Due[]): Promise<void> => {
  for (const { accountId, profileId, day, offset, codes } of dues) {
    const notice = noticeOf(offset)
    const telling = {
      accountId,
      facts: { taxes: codes.join(','), day, left: offset },
      about: day,
      once: `deadlines|${day}|${profileId}|D-${offset}`,
      until: instantOf(day, LAST_MINUTE),
    }
    if (dues.length <= MOST_PUT) await putNotice(tx, { ...telling, kind: notice.kind, many: true })
    else notify(tx, { ...telling, notice })
  }
}
