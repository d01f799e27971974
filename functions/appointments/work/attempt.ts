/** Which appointment a call makes: the same at each repeat, until its id was barred. */
import { createHash } from 'node:crypto'
import type { Context } from '../../core/io/context'
import { timeOrderedId } from '../../core/io/store/draws'
import { reader } from '../../core/io/store/reader'
import { instantOf, type Day, type MinuteOfDay } from '../../core/pure/time'
import { appointments } from '../collections'

/** Ids looked at in one read, once the first was barred: few calls ever have a second. */
const IDS_A_READ = 4

interface When {
  readonly day: Day
  readonly start: MinuteOfDay
}

/** The id of a call's appointment, at its `attempt`-th: the slot's time, then the call's identity. */
const appointmentIdOf = (context: Pick<Context, 'identity'>, { day, start }: When, attempt: number): string =>
  timeOrderedId('ap', instantOf(day, start), (bytes) =>
    createHash('sha256').update(`${context.identity()}|${attempt}`).digest().subarray(0, bytes),
  )

/** A fresh id to book under, or the answer that this call was given before. */
export type Attempt<R> = { readonly id: string } | { readonly answer: R }

/**
 * The first id of this call under which nothing stands. A repeat of an answered call finds its appointment, whatever became
 * of it since, and must claim nothing.
 */
export const attemptOf = async <R>(context: Context, when: When): Promise<Attempt<R>> => {
  let first = 0
  let count = 1
  for (;;) {
    const ids = Array.from({ length: count }, (_, i) => appointmentIdOf(context, when, first + i))
    const found = await reader(context.store).getMany(appointments, ids)
    if (found.some((doc) => doc && doc.state !== 'void')) {
      const told = await context.answered<R>()
      if (told) return { answer: told.output }
    }
    const id = ids.find((_, i) => !found[i])
    if (id !== undefined) return { id }
    first += count
    count = IDS_A_READ
  }
}
