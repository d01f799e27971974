/** What is wrong with a typed text, in words: by the rule of core/pure/typed-text, the same on every form. */
import type { FieldProblem } from '../../functions/core/pure/typed-text'
import { common } from './common'
import { useText } from './index'

const KEYS = {
  required: 'required',
  short: 'textShort',
  long: 'textLong',
  direction: 'textDirection',
  control: 'textControl',
  unseen: 'textUnseen',
  unsaid: 'textUnsaid',
} as const

/** Cannot be seen in the field: told as soon as it is there. */
const HIDDEN: readonly FieldProblem[] = ['direction', 'control', 'unseen']

/**
 * The words of a field's problem: hidden characters at once, the rest once the field was left or sent.
 * @example error={problemText(fieldProblem(reason, REASON), { tried, own: { required: t('reasonNeeded') } })}
 */
export const useProblemText = () => {
  const t = useText(common)
  return (
    problem: FieldProblem | undefined,
    {
      tried,
      own = {},
    }: { readonly tried: boolean; readonly own?: Readonly<Partial<Record<FieldProblem, string>>> },
  ): string | undefined => {
    if (problem === undefined || (!tried && !HIDDEN.includes(problem))) return undefined
    return own[problem] ?? t(KEYS[problem])
  }
}
