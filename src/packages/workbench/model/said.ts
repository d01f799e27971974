/** What is written beside a step, by the contract's rule. Pure. */
import { fieldProblem, type FieldProblem } from '../../../../functions/core/pure/typed-text'
import { SAID } from '../../../../functions/refunds/rules/fields'

export type SaidProblem = FieldProblem

export const saidProblem = (said: string, { optional = false } = {}): SaidProblem | undefined =>
  optional && said.trim() === '' ? undefined : fieldProblem(said, SAID)

export const saidProblems = (
  texts: readonly (readonly [key: string, said: string])[],
): Readonly<Record<string, SaidProblem>> =>
  Object.fromEntries(
    texts.flatMap(([key, said]) => {
      const problem = saidProblem(said)
      return problem ? [[key, problem]] : []
    }),
  )

/** As the contract takes what may be left empty. */
export const saidInput = (said: string): { readonly said?: string } =>
  said.trim() === '' ? {} : { said: said.trim() }
