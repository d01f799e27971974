/** Looking at a claim: faults of its form first, then every condition of the law at once. */
import type * as z from 'zod/mini'
import { AppError, type Language } from '../../core/pure/errors'
import { formProblems } from '../../core/pure/form-problems'
import { problemText } from '../../core/pure/form-words'
import type { Values } from '../../core/pure/forms'
import { say } from '../../core/pure/text'
import type { Check, ClaimKind, Known } from '../rules/kind'
import { kindRules } from '../rules/kinds'
import type * as schemas from '../schemas'
import { showFinding, showLine, stops } from './findings'
import { moneyOf, type Reckoned } from './money'

export type CheckShown = z.infer<typeof schemas.check>

/**
 * @param beside.unfinished it is still being filled in: what is missing is no fault yet
 * @throws AppError FORM_FAULTS with each fault at its field
 */
export const insistForm = (
  kind: ClaimKind,
  values: unknown,
  { today, language, unfinished = false }: { today: string; language: Language; unfinished?: boolean },
): void => {
  const { form } = kindRules[kind]
  const all = formProblems(form, values, { today })
  const faults = (unfinished ? all.filter(({ problem }) => problem !== 'required') : all).map((fault) => ({
    key: fault.key,
    problem: fault.problem,
    words: say(problemText(form, fault), language),
  }))
  if (faults.length > 0) throw new AppError('FORM_FAULTS', { faults })
}

export const isOpen = ({ findings }: Check): boolean => !findings.some(stops)

/** What is claimed, as the form says; where it says nothing, all that may be. */
export const claimedIn = (values: Values, { result }: Check): number =>
  typeof values.claimed === 'number' ? values.claimed : (result?.claimable ?? 0)

export const directionIn = ({ direction }: Values): 'refund' | 'offset' =>
  direction === 'offset' ? 'offset' : 'refund'

/** What would be paid if so much were approved. */
export const previewOf = (question: Reckoned, language: Language): NonNullable<CheckShown['preview']> => {
  const { interest, offset, payable, lines } = moneyOf(question)
  const { approved, arrears } = question
  return {
    claimed: approved,
    interest,
    arrears,
    offset,
    payable,
    lines: lines.map((one) => showLine(one, language)),
  }
}

/** With what would be paid if all of it were approved today: arrears are taken off before anybody hands it in. */
export const showCheck = (
  { kind, values, known, checked }: { kind: ClaimKind; values: Values; known: Known; checked: Check },
  language: Language,
): CheckShown => {
  const { findings, result } = checked
  const claimed = claimedIn(values, checked)
  return {
    kind,
    open: isOpen(checked),
    findings: findings.map((one) => showFinding(one, language)),
    ...(result
      ? {
          result: {
            claimable: result.claimable,
            lines: result.lines.map((one) => showLine(one, language)),
          },
        }
      : {}),
    ...(claimed > 0
      ? {
          preview: previewOf(
            {
              kind,
              approved: claimed,
              direction: directionIn(values),
              paidOn: known.voucher?.paidOn ?? null,
              arrears: known.arrears ?? 0,
              on: known.today,
              receivedOn: known.today,
            },
            language,
          ),
        }
      : {}),
  }
}
