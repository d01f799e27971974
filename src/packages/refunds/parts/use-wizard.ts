/** An application being filled in: its steps, its answers, what is found of them, what is kept. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useUnload } from '@tarojs/taro'
import { formProblems, tidyValues, type Values } from '../../../../functions/core/pure/forms'
import type { Finding, Line } from '../../../../functions/core/pure/law'
import { say } from '../../../../functions/core/pure/text'
import type { KindLaw, KindRule } from '../../../../functions/refunds/rules/kind'
import { useLanguage, useText } from '../../../messages'
import { useForm } from '../../../ui/form-fields'
import { missingNeeds } from '../../../ui/materials'
import { texts } from '../messages'
import { isTyped, knownAsAnother, readyAccount, type Payer, type TypedAccount } from '../model/account'
import type { Voucher } from '../model/answers'
import { draftWish, isBlank, knownHere, withChange, withVoucher, type Claim } from '../model/claim'
import { asFinding, joined, stops } from '../model/shown'
import type { Opening } from '../model/params'
import { placeOf, stepOfField, stepsOf, type Step, type StepKind } from '../model/steps'
import { dropTyped, keepTyped } from './typed'
import { sectionId } from './sections'
import { toField, toTop } from './top'
import { useCheck } from './use-check'
import { useClaimMaterials } from './use-claim-materials'
import { useDraft, type Begun } from './use-draft'
import { useToday } from './words'

export interface Start {
  readonly claim: Claim
  readonly law: KindLaw
  readonly rule: KindRule
  readonly payer: Payer
  readonly begun?: Begun | undefined
  /** The step to go on with. */
  readonly step?: string | undefined
  /** How the page was opened: what was typed here is found again under it. */
  readonly opening: Opening
}

/** Answers that nothing is wrong with: half a number decides nothing. */
const soundValues = ({ form }: KindRule, values: Values, today: string): Values => {
  const bad = new Set(formProblems(form, values, { today }).map(({ key }) => key))
  const kept = tidyValues(form, values)
  return Object.fromEntries(Object.entries(kept).filter(([key]) => !bad.has(key)))
}

const useStepName = (rule: KindRule) => {
  const t = useText(texts)
  const language = useLanguage()
  return ({ kind, key, sections }: Step): string => {
    if (kind !== 'form') return t(`step.${kind}`)
    const section = rule.form.sections.find((one) => one.key === (sections.includes(key) ? key : sections[0]))
    return section ? say(section.title, language) : key
  }
}

export const useWizard = ({ claim: first, law, rule, payer, begun, step: firstStep, opening }: Start) => {
  const today = useToday()
  const [claim, setClaim] = useState(first)
  const [atKey, setAtKey] = useState(firstStep ?? '')
  const [tried, setTried] = useState<readonly string[]>([])
  const done = useRef(false)
  const change = (part: Partial<Claim>): void => setClaim((before) => ({ ...before, ...part }))
  const form = useForm({
    form: rule.form,
    values: claim.values,
    today,
    onChange: (made) =>
      setClaim((before) => ({
        ...before,
        values: withChange(before.values, { seen: claim.values, made }),
      })),
  })
  const materials = useClaimMaterials({
    taxpayerId: claim.taxpayerId,
    attached: claim.materials,
    onChange: (attached) => change({ materials: attached }),
  })
  const steps = stepsOf({ kind: claim.kind, perVoucher: law.perVoucher }, rule.form, claim.values)
  const at = placeOf(steps, atKey)
  const step = steps[at]
  const wishOf = (key: string) => draftWish(claim, { form: rule.form, payer, today, step: key })
  const draft = useDraft(begun, () => (done.current || isBlank(claim) ? undefined : wishOf(step?.key ?? '')))

  useEffect(() => {
    if (!done.current) keepTyped({ opening, claim, step: atKey, kept: draft.kept() })
  })
  useUnload(dropTyped)

  const sound = useMemo(() => soundValues(rule, claim.values, today), [rule, claim.values, today])
  const here = useMemo(
    () => rule.check(sound, knownHere(claim, payer, today)),
    [rule, sound, claim, payer, today],
  )
  /** What stops it whatever is answered: of the payment, the taxpayer, the time. */
  const shut = useMemo(
    () => rule.check({}, knownHere(claim, payer, today)).findings.filter(stops),
    [rule, claim, payer, today],
  )
  const canAsk = !law.perVoucher || claim.voucher !== undefined
  const isAsked = canAsk && (step?.kind === 'check' || step?.kind === 'review')
  // The declaration changes nothing of what is found: it is not asked anew for it.
  const declared = new Set(
    form.sections.flatMap(({ key, fields }) => (key === 'declaration' ? fields : [])).map(({ key }) => key),
  )
  const asked = Object.fromEntries(Object.entries(sound).filter(([key]) => !declared.has(key)))
  const checked = useCheck(
    isAsked
      ? {
          kind: claim.kind,
          taxpayerId: claim.taxpayerId,
          ...(claim.voucher ? { voucherId: claim.voucher.id } : {}),
          values: asked,
          unfinished: true,
        }
      : undefined,
  )
  const findings: readonly Finding[] = joined(here.findings, (checked.check?.findings ?? []).map(asFinding))
  const lines: readonly Line[] | undefined = here.result?.lines

  const moveTo = (place: number): void => {
    const key = steps[place]?.key
    if (key === undefined) return
    setAtKey(key)
    if (!isBlank(claim)) void draft.save(wishOf(key))
    toTop()
  }
  /** Is this step filled in? Tells everything that is not, at once. */
  const isReady = (one: Step): boolean => {
    setTried((before) => (before.includes(one.key) ? before : [...before, one.key]))
    // Each is asked, so that each tells its faults.
    const formReady = one.sections.map((section) => form.check(section)).every(Boolean)
    switch (one.kind) {
      case 'voucher':
        return claim.voucher !== undefined
      case 'materials':
        return !materials.busy && missingNeeds(law.materials, sound, claim.materials).length === 0
      case 'account':
        return (
          formReady &&
          (readyAccount(claim.account, payer) !== undefined ||
            (claim.kept !== undefined && !isTyped(claim.account)))
        )
      case 'office':
        return claim.hallId !== undefined
      case 'check':
      case 'form':
      case 'review':
        return formReady
    }
  }
  const moveToKind = (kind: StepKind): void => moveTo(steps.findIndex((one) => one.kind === kind))
  return {
    claim,
    change,
    typeAccount: (part: Partial<TypedAccount>) =>
      setClaim((before) => ({ ...before, account: { ...before.account, ...part } })),
    /** It is another's: whose is known now, and the reason is asked for. */
    explainAccount: () =>
      setClaim((before) => ({
        ...before,
        kept: undefined,
        account: knownAsAnother(before.account, before.kept),
      })),
    chooseVoucher: (voucher: Voucher) => setClaim((before) => withVoucher(before, rule.form, voucher)),
    form,
    materials,
    steps,
    at,
    step,
    isTried: (one: Step) => tried.includes(one.key),
    nameOf: useStepName(rule),
    draft,
    wishNow: () => wishOf(step?.key ?? ''),
    findings,
    shut,
    lines,
    checked,
    moveTo,
    moveToKind,
    onNext: () => {
      if (step && isReady(step)) moveTo(at + 1)
    },
    isReady,
    /** Brings a field before the eyes, at its step. */
    moveToField: (key: string) => {
      const place = stepOfField(steps, rule.form, key)
      const section = rule.form.sections.find(({ fields }) => fields.some((field) => field.key === key))
      if (place !== at) moveTo(place)
      if (!section) return
      form.check(section.key)
      toField(`${sectionId(section.key)}-${key}`)
    },
    /** Handed in: nothing is saved any more. */
    finish: () => {
      done.current = true
      dropTyped()
    },
  }
}
export type Filling = ReturnType<typeof useWizard>
