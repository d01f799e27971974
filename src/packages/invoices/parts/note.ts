/** The note beside an invoice: one rule on both sides. */
import { fieldProblem } from '../../../../functions/core/pure/typed-text'
import { useProblemText } from '../../../messages/text-problem'

export const NOTE = { min: 0, max: 200 } as const

export const noteProblem = (note: string) => fieldProblem(note, NOTE)

export const useNoteWords = () => {
  const problemText = useProblemText()
  return (problem: ReturnType<typeof noteProblem>): string | undefined =>
    problemText(problem, { tried: true })
}
