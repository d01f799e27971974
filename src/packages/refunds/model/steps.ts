/** The steps of an application, from the data of its kind: first what may be claimed, then the form, then the rest. */
import { shownSections, type Form, type Values } from '../../../../functions/core/pure/forms'
import type { ClaimKind, KindLaw } from '../../../../functions/refunds/rules/kind'

export type StepKind = 'voucher' | 'check' | 'form' | 'materials' | 'account' | 'office' | 'review'

export interface Step {
  /** As drafts keep it. */
  readonly key: string
  readonly kind: StepKind
  /** Sections of the form that are filled in here. */
  readonly sections: readonly string[]
}

/** Sections that say whether one may claim at all, where they are more than the first. */
const CONDITIONS: Readonly<Partial<Record<ClaimKind, readonly string[]>>> = {
  vatCredit: ['taxpayer', 'standing'],
}

/** Filled in at a step that is there anyway. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  tax: 'claim',
  account: 'account',
  declaration: 'review',
}

const homeOf = (section: string, keys: readonly string[]): string => {
  const home = ELSEWHERE[section]
  return home === 'claim' && !keys.includes('claim') ? section : (home ?? section)
}

/** Nothing is paid to an account when all is kept against taxes to come. */
export const isPaidOut = ({ direction }: Values): boolean => direction !== 'offset'

const step = (key: string, kind: StepKind, sections: readonly string[] = []): Step => ({
  key,
  kind,
  sections,
})

/** As they are now: answers add steps and take them away. */
export const stepsOf = (
  { kind, perVoucher }: Pick<KindLaw, 'perVoucher'> & { readonly kind: ClaimKind },
  form: Form,
  values: Values,
): readonly Step[] => {
  const keys = shownSections(form, values).map(({ key }) => key)
  const conditions = CONDITIONS[kind] ?? keys.slice(0, 1)
  const rest = keys.filter((key) => !conditions.includes(key))
  const at = (home: string): readonly string[] => rest.filter((key) => homeOf(key, keys) === home)
  const homes = [...new Set(rest.map((key) => homeOf(key, keys)))]
  return [
    ...(perVoucher ? [step('voucher', 'voucher')] : []),
    step('check', 'check', conditions),
    ...homes
      .filter((home) => home !== 'account' && home !== 'review')
      .map((home) => step(home, 'form', at(home))),
    step('materials', 'materials'),
    ...(isPaidOut(values) ? [step('account', 'account', at('account'))] : []),
    step('office', 'office'),
    step('review', 'review', at('review')),
  ]
}

/** Where a draft goes on; a step that is no more is as if it had not begun. */
export const placeOf = (steps: readonly Step[], key: string): number =>
  Math.max(
    0,
    steps.findIndex((one) => one.key === key),
  )

/** The step at which a field is filled in; the last one for a field that none asks. */
export const stepOfField = (steps: readonly Step[], form: Form, field: string): number => {
  const section = form.sections.find(({ fields }) => fields.some(({ key }) => key === field))?.key
  const found = steps.findIndex(({ sections }) => section !== undefined && sections.includes(section))
  return found < 0 ? steps.length - 1 : found
}
