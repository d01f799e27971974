/** One patch of a slot, sent until it is answered. Slots change by these alone, and never inside a commit. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Services } from '../../core/io/context'
import type { PatchSpec } from '../../core/io/store/contract'
import { upcast } from '../../core/io/store/reader'
import { backOff, TRIES } from '../../core/io/store/transact'
import { AppError } from '../../core/pure/errors'
import { slots, type SlotDoc } from '../collections'

export type SlotPatch = Omit<PatchSpec, 'collection' | 'id' | 'marker'>

/** As a transaction waits between its tries. */
export const pauseAfter = (tries: number): Promise<void> => sleep(backOff(tries))

/**
 * A lost reply sends the patch again: it must change nothing when both land, so its guards fail on what it has done. A
 * function makes a patch of its own for each sending.
 * @returns the slot as it is afterwards; `undefined` when a guard failed, perhaps on this patch's own first delivery, or
 * the slot is gone
 * @throws AppError BUSY after as many tries as a transaction has
 */
export const patchSlot = async (
  { store }: Pick<Services, 'store'>,
  id: string,
  patch: SlotPatch | ((sending: number) => SlotPatch),
): Promise<SlotDoc | undefined> => {
  for (let tries = 1; tries <= TRIES.count; tries += 1) {
    const outcome = await store.patch({
      collection: slots.name,
      id,
      ...(typeof patch === 'function' ? patch(tries) : patch),
    })
    if (outcome.outcome === 'patched') return upcast<SlotDoc>(slots, outcome.stored.doc)
    if (outcome.outcome === 'refused') return undefined
    await pauseAfter(tries)
  }
  throw new AppError('BUSY')
}
