/**
 * Cases: something that a person asks of an office, from the asking to its end. Its states are a table, what happened to it is a
 * list of events that only grows, and what it is now is a fold over them: docs/adr/0024.
 */
import type { Day, Instant } from './time'

/** Stands for a day that is not known, after all that are. */
export const NO_DAY: Day = '9999-12-31'

/** Who makes a move, and who is to make the next: the one who asked, the office, a bank or another system, time itself. */
export type Party = 'claimant' | 'officer' | 'bank' | 'clock'

export interface MoveRow<S extends string> {
  /** Empty: it begins a case. */
  readonly from: readonly S[]
  /** `null`: the state stays as it is. */
  readonly to: S | null
  readonly by: readonly Party[]
  /** At most once in the life of a case. */
  readonly once?: true
}

export interface CaseTable<S extends string = string, M extends string = string> {
  readonly moves: Readonly<Record<M, MoveRow<S>>>
  /** Whose move it is in each state; `null`: it is over. */
  readonly next: Readonly<Record<S, Party | null>>
}

/** @example const table = caseTable({ moves: { submit: { from: [], to: 'submitted', by: ['claimant'] } }, next: { submitted: 'officer' } }) */
export const caseTable = <const S extends string, const M extends string>(
  table: CaseTable<S, M>,
): CaseTable<S, M> => table

/** What every case carries, whatever it is about. */
export type CaseHead<S extends string = string> = {
  readonly state: S
  /** How many events it is the fold of. */
  readonly events: number
  /** Moves that may be made once, and were. */
  readonly made: readonly string[]
}

/** One thing that happened to a case. */
export interface CaseEvent<M extends string = string> {
  /** Its place, from 1. */
  readonly place: number
  readonly at: Instant
  readonly move: M
  readonly by: Party
  /** The account that acted; `null` for time, a bank, and whoever is erased. */
  readonly actor: string | null
}

/** The state after a move; undefined: it may not be made. `head` is undefined while there is no case. */
export const stateAfter = <S extends string, M extends string>(
  table: CaseTable<S, M>,
  head: CaseHead<S> | undefined,
  { move, by }: { readonly move: M; readonly by: Party },
): S | undefined => {
  const { from, to, by: parties, once } = table.moves[move]
  if (!parties.includes(by)) return undefined
  if (!head) return from.length === 0 && to !== null ? to : undefined
  if (!from.includes(head.state) || (once && head.made.includes(move))) return undefined
  return to ?? head.state
}

/** Moves that a party may make now: what a screen offers. */
export const movesOpen = <S extends string, M extends string>(
  table: CaseTable<S, M>,
  head: CaseHead<S>,
  by: Party,
): readonly M[] =>
  (Object.keys(table.moves) as M[]).filter((move) => stateAfter(table, head, { move, by }) !== undefined)

/** An event that the table does not allow where it stands: never written, so that reading one is a defect. */
export class IllegalMove extends Error {
  override readonly name = 'IllegalMove'
}

/**
 * The head after an event.
 * @throws IllegalMove
 */
export const headAfter = <S extends string, M extends string>(
  table: CaseTable<S, M>,
  head: CaseHead<S> | undefined,
  event: Pick<CaseEvent<M>, 'move' | 'by' | 'place'>,
): CaseHead<S> => {
  const state = stateAfter(table, head, event)
  const events = (head?.events ?? 0) + 1
  if (state === undefined || event.place !== events)
    throw new IllegalMove(`${event.move} by ${event.by} as ${event.place} of ${head?.state ?? 'nothing'}`)
  const made = head?.made ?? []
  return { state, events, made: table.moves[event.move].once ? [...made, event.move] : made }
}

export const isOver = <S extends string>(table: CaseTable<S>, state: S): boolean => table.next[state] === null
