/** The list of what is to be supplied: materials of the kind, and what else one writes down. Pure. */
import { saidProblems, type SaidProblem } from './said'

/** What the contract takes. */
const MOST = 20

export interface Point {
  /** A material's code, or `otherN`. */
  readonly code: string
  readonly said: string
}

/** Lines of one's own, each with a number that stays its own. */
export interface Free {
  readonly n: number
  readonly said: string
}

export interface CorrectionDraft {
  /** Chosen materials, with what is said of each. */
  readonly chosen: Readonly<Record<string, string>>
  readonly free: readonly Free[]
}

export const EMPTY: CorrectionDraft = { chosen: {}, free: [] }

export const codeOf = ({ n }: Free): string => `other${n}`

/** In the order of the kind's materials, then one's own; lines left empty are no points. */
export const pointsOf = ({ chosen, free }: CorrectionDraft, order: readonly string[]): readonly Point[] => [
  ...order.flatMap((code) => {
    const said = chosen[code]
    return said === undefined ? [] : [{ code, said: said.trim() }]
  }),
  ...free
    .filter(({ said }) => said.trim() !== '')
    .map((one) => ({ code: codeOf(one), said: one.said.trim() })),
]

export const hasRoom = (draft: CorrectionDraft): boolean =>
  Object.keys(draft.chosen).length + draft.free.length < MOST

export const withFree = (draft: CorrectionDraft): CorrectionDraft => ({
  ...draft,
  free: [...draft.free, { n: Math.max(0, ...draft.free.map(({ n }) => n)) + 1, said: '' }],
})

/** Faults by the code of their point. */
export const pointProblems = (points: readonly Point[]): Readonly<Record<string, SaidProblem>> =>
  saidProblems(points.map(({ code, said }) => [code, said]))
