/** The application, step by step, the same for every kind. */
import { say } from '../../../../functions/core/pure/text'
import type { KindLaw } from '../../../../functions/refunds/rules/kind'
import { api } from '../../../client/api'
import { needsSignIn } from '../../../client/errors'
import { invalidate } from '../../../client/queries'
import { replace, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useLanguage, useText } from '../../../messages'
import { Note, Screen, Words } from '../../../ui'
import { FormFaults } from '../../../ui/form-fields'
import { StepsBar, StepsHead } from '../../../ui/steps'
import { texts } from '../messages'
import { isTyped, NOTHING_TYPED } from '../model/account'
import { readRefusal } from '../model/refusal'
import { stops } from '../model/shown'
import { AccountFields, KeptAccount, noticingAnother } from './account-fields'
import { CheckStep } from './check-step'
import { MaterialsStep } from './materials-step'
import { OfficeStep } from './office-step'
import { REFUNDS } from './queries'
import { RefusalCard } from './refusal-card'
import { ReviewStep } from './review-step'
import { SavedLine } from './saved-line'
import { Result, Sections } from './sections'
import { useWizard, type Start, type Filling } from './use-wizard'
import { VoucherStep } from './voucher-step'

interface Of {
  readonly wizard: Filling
  readonly start: Start
}

const Account = ({ wizard, start }: Of) => {
  const t = useText(texts)
  const { claim, change, step } = wizard
  if (!step) return null
  const { kept } = claim
  return (
    <>
      <Words>{t('account.lead')}</Words>
      <Sections form={wizard.form} sections={step.sections} />
      {kept && !isTyped(claim.account) ? (
        <KeptAccount account={kept} onOther={() => change({ kept: undefined, account: NOTHING_TYPED })} />
      ) : (
        <AccountFields
          typed={claim.account}
          payer={start.payer}
          tried={wizard.isTried(step)}
          onChange={wizard.typeAccount}
        />
      )}
    </>
  )
}

/** The form's own step, with what comes of it so far. */
const FormStep = ({ wizard }: Pick<Of, 'wizard'>) => (
  <>
    <Sections form={wizard.form} sections={wizard.step?.sections ?? []} />
    <Result lines={wizard.lines} />
  </>
)

const Content = ({ wizard, start }: Of) => {
  const { claim, change, step, form, steps } = wizard
  const { law, payer } = start
  if (!step) return null
  switch (step.kind) {
    case 'voucher':
      return (
        <VoucherStep
          taxpayerId={claim.taxpayerId}
          chosen={claim.voucher}
          tried={wizard.isTried(step)}
          onChoose={wizard.chooseVoucher}
        />
      )
    case 'check':
      return (
        <CheckStep
          form={form}
          sections={step.sections}
          findings={wizard.findings}
          shut={wizard.shut}
          checked={wizard.checked}
          onVoucher={law.perVoucher ? () => wizard.moveToKind('voucher') : undefined}
        />
      )
    case 'form':
      return <FormStep wizard={wizard} />
    case 'materials':
      return (
        <MaterialsStep
          law={law}
          form={form.form}
          values={form.values}
          of={wizard.materials}
          taxpayerId={claim.taxpayerId}
          tried={wizard.isTried(step)}
        />
      )
    case 'account':
      return <Account wizard={wizard} start={start} />
    case 'office':
      return (
        <OfficeStep
          chosen={claim.hallId}
          tried={wizard.isTried(step)}
          onChoose={(hallId) => change({ hallId })}
        />
      )
    case 'review':
      return (
        <ReviewStep
          claim={claim}
          law={law}
          payer={payer}
          form={form}
          steps={steps}
          nameOf={wizard.nameOf}
          onGo={wizard.moveTo}
          checked={wizard.checked}
        />
      )
  }
}

/** Saves what is not saved yet, then hands in; a repeat after a lost answer is the same intention. */
const useSubmit = (wizard: Filling) => {
  const send = useAction((draftId: string, key) =>
    noticingAnother(api.refunds.submit({ draftId }, { key }), wizard.explainAccount),
  )
  const submit = async (): Promise<void> => {
    send.clear()
    const ready = wizard.steps.map(wizard.isReady).every(Boolean)
    if (!ready) return
    const draftId = await wizard.draft.save(wizard.wishNow())
    if (draftId === undefined) return
    const done = await send.run(draftId)
    if (!done) return
    wizard.finish()
    invalidate(REFUNDS)
    await replace(routes.refundCase(done.id, true))
  }
  return { ...send, submit }
}

const labelIn = (start: Start, language: 'zh-CN' | 'en') => (key: string) => {
  const field = start.rule.form.sections.flatMap(({ fields }) => fields).find((one) => one.key === key)
  return field ? say(field.label, language) : key
}

/** Steps before the last that are not filled in, once somebody tried to hand in. */
const Unready = ({ wizard }: Pick<Of, 'wizard'>) => {
  const t = useText(texts)
  const { step, steps, form } = wizard
  if (step?.kind !== 'review' || !wizard.isTried(step)) return null
  return (
    <>
      <FormFaults id="all" state={form} onGo={({ key }) => wizard.moveToField(key)} />
      {steps.some((one) => one.kind === 'materials' && wizard.isTried(one)) && wizard.materials.busy && (
        <Note tone="warn" icon="info">
          {t('materials.busy')}
        </Note>
      )}
    </>
  )
}

export const Wizard = ({ start }: { readonly start: Start }) => {
  const t = useText(texts)
  const language = useLanguage()
  const wizard = useWizard(start)
  const submit = useSubmit(wizard)
  const { step, steps, at, draft, checked, findings } = wizard
  const isLast = step?.kind === 'review'
  const refused = step?.kind === 'check' && findings.some(stops)
  const shut = isLast && checked.fresh && checked.check?.open === false
  const law: KindLaw = start.law
  return (
    <Screen
      id="apply"
      title={t('apply.title')}
      bar={
        <StepsBar
          id="apply"
          next={isLast ? t('apply.submit') : refused ? t('check.anyway') : undefined}
          busy={submit.busy || (isLast && draft.saving)}
          disabled={shut}
          onBack={at > 0 ? () => wizard.moveTo(at - 1) : undefined}
          onNext={isLast ? () => void submit.submit() : wizard.onNext}
        />
      }
    >
      <Words as="s">{t('apply.of', { kind: say(law.name, language), name: start.payer.name })}</Words>
      <StepsHead
        id="steps"
        steps={steps.map((one) => ({ key: one.key, name: wizard.nameOf(one) }))}
        at={at}
        onGo={wizard.moveTo}
      />
      <SavedLine
        draft={draft}
        onRetry={() => void draft.save(wizard.wishNow())}
        onAnew={() => void draft.saveAnew(wizard.wishNow())}
      />
      {isLast && submit.error && (
        <RefusalCard
          refusal={readRefusal(submit.error, needsSignIn(submit.error.code))}
          law={law}
          labelOf={labelIn(start, language)}
          onField={wizard.moveToField}
          onStep={wizard.moveToKind}
          onAgain={() => void submit.submit()}
        />
      )}
      <Unready wizard={wizard} />
      <Content wizard={wizard} start={start} />
    </Screen>
  )
}
