/**
 * One claim at a time for a ledger: a call takes its turn before it claims a seat, so that whoever asks thirty times at once
 * holds one seat and not thirty in passing. Only fairness rests on it: what may be booked is decided by the commit.
 */
import type { Context } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { TRIES } from '../../core/io/store/transact'
import { AppError } from '../../core/pure/errors'
import { ledgers } from '../collections'
import { emptyLedger, type Ledger } from '../rules/ledger'
import { ledgerDoc, openLedger, type OpenLedger } from './ledger'
import { pauseAfter } from './patching'

/**
 * Looks, about 0.4 s, at a turn that does not move: its call died, or hangs. By looking and not by the hour, so that no two
 * clocks need agree.
 */
const PATIENCE = 7

/** Names the turn of a call and its repeats. */
export const callTurn = (context: Pick<Context, 'identity'>): string => context.identity()

/** Succeeds exactly when the ledger is as it was seen: not there yet, without a turn, or in the turn that is taken over. */
const take = async ({ store, now }: Context, key: string, turn: string, seen: Ledger): Promise<boolean> => {
  if (seen === emptyLedger) {
    const doc = ledgerDoc({ ...emptyLedger, turn }, now)
    const outcome = await store.commit([{ op: 'insert', collection: ledgers.name, id: key, doc }])
    return outcome.outcome === 'committed'
  }
  const guard = seen.turn === undefined ? { absent: true as const } : { is: seen.turn }
  const outcome = await store.patch({
    collection: ledgers.name,
    id: key,
    set: { turn },
    when: [{ path: 'turn', ...guard }],
  })
  return outcome.outcome === 'patched'
}

/**
 * Waits until no other call of this ledger is claiming. A repeat of the call whose turn it is goes on with it.
 * @param seen as it was just opened
 * @returns whether it had to wait: what was decided by what was seen is to be decided again
 * @throws AppError BUSY
 */
export const takeTurn = async (context: Context, { key, ledger: seen }: OpenLedger): Promise<boolean> => {
  const turn = callTurn(context)
  let ledger = seen
  let unmoved = 0
  for (let tries = 1; tries <= TRIES.count; tries += 1) {
    if (ledger.turn === turn) return tries > 1
    const free = ledger.turn === undefined || unmoved >= PATIENCE
    if (free && (await take(context, key, turn, ledger))) return tries > 1
    await pauseAfter(tries)
    const before = ledger.turn
    ledger = (await openLedger(reader(context.store), key)).ledger
    unmoved = ledger.turn !== undefined && ledger.turn === before ? unmoved + 1 : 0
  }
  throw new AppError('BUSY')
}

/** After a refusal. Should it fail, the next call waits a moment. */
export const endTurn = async (context: Context, key: string): Promise<void> => {
  const turn = callTurn(context)
  try {
    await context.store.patch({
      collection: ledgers.name,
      id: key,
      unset: ['turn'],
      when: [{ path: 'turn', is: turn }],
    })
  } catch (err) {
    context.log.warn({ ledger: key, err }, 'a turn was left to be taken over')
  }
}
