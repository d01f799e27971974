/** What the tests that go through every procedure must know of one function; each has it in `test/functions/<name>/cases.ts`. */
import type { Wanted, World } from './world'

/** A call that ought to succeed: what the caller, the state and the input must be. */
export type Recipe = (world: World) => Promise<Wanted>

/** Who has no business with what a procedure touches. */
export type Stranger = 'taxpayer' | 'officer elsewhere' | 'supervisor elsewhere' | 'admin elsewhere'

export interface FunctionCases {
  /** One for each procedure, by its name. */
  readonly recipes: Readonly<Record<string, Recipe>>
  /** Who is a stranger to what the procedure touches. */
  readonly strangers?: Readonly<Record<string, Stranger>>
  /** A call that names something owned, where the recipe's might not. */
  readonly owned?: Readonly<Record<string, (world: World) => Promise<Readonly<Record<string, unknown>>>>>
  /** Procedures that take an id and have no strangers, and why. */
  readonly open?: Readonly<Record<string, string>>
  /**
   * Input fields that name something owned, and an id of the same shape that nothing has; `handIn.id` where one procedure's is of
   * another shape.
   */
  readonly unknown?: Readonly<Record<string, string | readonly string[]>>
}

export const anyone =
  (input: unknown): Recipe =>
  async () => ({ input })
/** By a taxpayer, about herself. */
export const mine =
  (input: unknown): Recipe =>
  async (world) => ({ input, token: (await world.taxpayer()).token })
export const timer =
  (name: string): Recipe =>
  async () => ({ input: {}, timer: name })
