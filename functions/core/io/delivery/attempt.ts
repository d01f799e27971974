/** Sending what was claimed and prepared: in requests of the sender's size, each in time. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../../pure/time'
import type { Worker } from './claim'
import type { Message, Sender, SendOutcome } from './contract'

/** Longer than sending a claim can take: what it leaves over is for two clocks that differ, and for a commit that waits. */
const SPARE_MS = 30_000

/** How long a claim of so many holds. */
export const leaseFor = ({ patience, together, atOnce }: Sender, messages: number): number =>
  Math.ceil(messages / (together * atOnce)) * patience + SPARE_MS

/** A class of error; never its message, which could hold an address. */
export const labelOf = (error: unknown): string =>
  error instanceof Error ? error.name.replace(/[^A-Za-z]/g, '').slice(0, 40) || 'Error' : 'Error'

const all = (messages: readonly Message[], outcome: SendOutcome): readonly SendOutcome[] =>
  messages.map(() => outcome)

/** In time, or unknown: also where the adapter does not heed its signal. */
const request = async (sender: Sender, messages: readonly Message[]): Promise<readonly SendOutcome[]> => {
  const stop = new AbortController()
  const tooLate = (): readonly SendOutcome[] => all(messages, { outcome: 'unknown', why: 'Timeout' })
  const late = sleep(sender.patience, undefined, { signal: stop.signal }).then(tooLate, tooLate)
  try {
    const outcomes = await Promise.race([sender.send(messages, stop.signal), late])
    return messages.map((_, place) => outcomes[place] ?? { outcome: 'unknown', why: 'NoOutcome' })
  } catch (error) {
    return all(messages, { outcome: 'unknown', why: labelOf(error) })
  } finally {
    stop.abort()
  }
}

/** Once the provider has said that we ask too often, nothing more of the claim is sent. */
const NOT_SENT: SendOutcome = { outcome: 'tooOften', why: 'Overslept', waitMs: 1_000 }

/**
 * @param until the claim holds so long: a request that could come back later is not begun, since another sender may be at work then
 * @returns in the order given, one outcome each
 */
export const attempt = async (
  worker: Worker,
  sender: Sender,
  messages: readonly Message[],
  until: Instant,
): Promise<readonly SendOutcome[]> => {
  const outcomes: SendOutcome[] = messages.map(() => NOT_SENT)
  let place = 0
  let refusedAll: SendOutcome | undefined
  const lane = async (): Promise<void> => {
    while (place < messages.length) {
      const first = place
      place += sender.together
      const group = messages.slice(first, first + sender.together)
      const isTooLate = worker.clock() + sender.patience > until
      const told = isTooLate || refusedAll ? all(group, refusedAll ?? NOT_SENT) : await request(sender, group)
      told.forEach((outcome, at) => {
        outcomes[first + at] = outcome
        if (outcome.outcome === 'tooOften') refusedAll = outcome
      })
    }
  }
  await Promise.all(Array.from({ length: sender.atOnce }, lane))
  return outcomes
}
