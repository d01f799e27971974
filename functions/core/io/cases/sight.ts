/** Whose the next step of a case is, and what stands between it and the caller: as an officer's screen shows it. */
import * as z from 'zod/mini'
import { mayAct, type Duty } from '../../pure/duties'
import { officerMark } from '../../pure/officer-mark'
import type { ServedPlace } from '../../pure/serving'
import type { Context } from '../context'
import { callerId } from '../identity/caller'
import { reader } from '../store/reader'
import { workItems } from './collections'

export const workSight = z.object({
  duty: z.string(),
  /** `me`, another officer, or nobody. */
  assignee: z.enum(['me', 'other', 'nobody']),
  /** The mark of who has it; empty: nobody. */
  holder: z.string(),
  escalated: z.boolean(),
  /** The caller may take the next step. */
  mayAct: z.boolean(),
  /** Why not: it is not an officer's move, takes a duty that the caller lacks, or another person by four eyes, or another has it. */
  bar: z.nullable(z.enum(['waiting', 'duty', 'fourEyes', 'taken'])),
})
export type WorkSight = z.infer<typeof workSight>

const assigneeOf = (holder: string, me: string): WorkSight['assignee'] => {
  if (holder === '') return 'nobody'
  return holder === me ? 'me' : 'other'
}

/** The first of what stands between the caller and the next step, in the order in which it could be put right. */
const barOf = ({
  waits,
  holds,
  barred,
  assignee,
}: {
  readonly waits: string | undefined
  readonly holds: boolean
  readonly barred: boolean
  readonly assignee: WorkSight['assignee']
}): WorkSight['bar'] => {
  if (waits !== 'officer') return 'waiting'
  if (!holds) return 'duty'
  if (barred) return 'fourEyes'
  return assignee === 'other' ? 'taken' : null
}

export const sightOfWork = async (
  context: Context,
  {
    id,
    duty,
    place,
    barred,
  }: {
    readonly id: string
    readonly duty: Duty
    readonly place: ServedPlace
    /** It is the caller's own affair, or kept apart from what she did before. */
    readonly barred: boolean
  },
): Promise<WorkSight> => {
  const work = await reader(context.store).get(workItems, id)
  const grants = context.caller.kind === 'account' ? context.caller.grants : []
  const holder = work?.assignee ?? ''
  const assignee = assigneeOf(holder, callerId(context))
  const bar = barOf({ waits: work?.waits, holds: mayAct({ grants, duty, place }), barred, assignee })
  return {
    duty,
    assignee,
    holder: holder === '' ? '' : officerMark(holder),
    escalated: work?.escalated ?? false,
    mayAct: bar === null,
    bar,
  }
}
