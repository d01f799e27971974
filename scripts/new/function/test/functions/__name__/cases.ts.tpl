/** How calls of `__name__` succeed, and who is a stranger to what they touch. */
import { mine, type FunctionCases } from '../../harness/fuzz/cases'

export const cases: FunctionCases = {
  recipes: { add: mine({ text: '记一笔' }) },
}
