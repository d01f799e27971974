/** Money of a pool: what is won is set aside, what is not claimed comes back, and nothing is given twice. Never overdrawn. Pure. */

/** Fen, all of them; `left` is what may still be won. */
export interface PoolState {
  readonly total: number
  /** Won, and not yet paid. */
  readonly held: number
  readonly paid: number
}

export const emptyPool = (total: number): PoolState => ({ total, held: 0, paid: 0 })

export const leftIn = ({ total, held, paid }: PoolState): number => total - held - paid

const isAmount = (fen: number): boolean => Number.isSafeInteger(fen) && fen > 0

/** @throws RangeError for anything but whole fen above zero: a defect of the caller */
const checked = (fen: number): number => {
  if (!isAmount(fen)) throw new RangeError(`not an amount of a prize: ${fen}`)
  return fen
}

/** Sets a prize aside; undefined when the pool cannot pay it. */
export const take = (pool: PoolState, fen: number): PoolState | undefined =>
  checked(fen) <= leftIn(pool) ? { ...pool, held: pool.held + fen } : undefined

/** Of a prize that was declined, not claimed in time, or void: it may be won again. Undefined when so much is not held. */
export const giveBack = (pool: PoolState, fen: number): PoolState | undefined =>
  checked(fen) <= pool.held ? { ...pool, held: pool.held - fen } : undefined

/** Undefined when so much is not held. */
export const payOut = (pool: PoolState, fen: number): PoolState | undefined =>
  checked(fen) <= pool.held ? { ...pool, held: pool.held - fen, paid: pool.paid + fen } : undefined

/** A payment that came back from the bank is held again. Undefined when so much was not paid. */
export const takeBack = (pool: PoolState, fen: number): PoolState | undefined =>
  checked(fen) <= pool.paid ? { ...pool, held: pool.held + fen, paid: pool.paid - fen } : undefined

/** Another total, by a further row of the campaign; undefined when more than that is won already. */
export const resize = (pool: PoolState, total: number): PoolState | undefined =>
  Number.isSafeInteger(total) && total >= pool.held + pool.paid ? { ...pool, total } : undefined

/**
 * What a period may still take: the rest of its own share, and never more than the pool has.
 * @param perPeriod `null`: as much as the pool has
 * @param takenInPeriod fen that the period has taken already
 */
export const leftForPeriod = (
  pool: PoolState,
  { perPeriod, takenInPeriod }: { readonly perPeriod: number | null; readonly takenInPeriod: number },
): number =>
  perPeriod === null ? leftIn(pool) : Math.max(0, Math.min(leftIn(pool), perPeriod - takenInPeriod))

export interface PlannedTier {
  readonly key: string
  readonly prize: number
  readonly count: number
}

/**
 * How many prizes of each tier a draw gives: in order, each as many as it says and the rest of the money pays; a tier without a
 * number takes as many as remain. Never more prizes than entries.
 * @param fen what the period may take
 */
export const prizesOf = (
  tiers: readonly { readonly key: string; readonly prize: number; readonly count: number | null }[],
  { fen, entries }: { readonly fen: number; readonly entries: number },
): readonly PlannedTier[] => {
  let money = fen
  let people = entries
  return tiers.map(({ key, prize, count }) => {
    const affordable = Math.floor(money / checked(prize))
    const given = Math.max(0, Math.min(count ?? affordable, affordable, people))
    money -= given * prize
    people -= given
    return { key, prize, count: given }
  })
}
