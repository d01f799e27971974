/** The form in four short steps: you, what you bought, leaving, and what comes back. Looked at on the device as one goes. */
import { useText } from '../../../messages'
import { Screen, Words } from '../../../ui'
import { FormFields } from '../../../ui/form-fields'
import { StepsBar, StepsHead } from '../../../ui/steps'
import { texts } from '../messages'
import { STEPS } from '../model/form'
import { PortChoice } from '../parts/port-choice'
import { Refused } from '../parts/refused'
import { ResultView } from '../parts/result'
import { useApply } from '../parts/use-apply'
import '../departure.css'

export default function DepartureApplyPage() {
  const t = useText(texts)
  const apply = useApply()
  const { form, step, at, port, tried, result, signedIn, error, busy } = apply
  const last = step === 'result'
  return (
    <Screen
      id="departure-apply"
      title={t('apply.title')}
      bar={
        <StepsBar
          id="apply"
          busy={busy}
          disabled={last && !result.open}
          next={last ? t(signedIn ? 'step.get' : 'step.signIn') : undefined}
          onBack={at > 0 ? () => apply.goTo(at - 1) : undefined}
          onNext={() => void apply.next()}
        />
      }
    >
      <StepsHead
        id="steps"
        at={at}
        steps={STEPS.map((key) => ({ key, name: t(`step.${key}`) }))}
        onGo={apply.goTo}
      />
      {last ? (
        <ResultView result={result} mode={form.values.mode}>
          {result.open && <FormFields id="form" state={form} section="declaration" onGo={apply.goToFault} />}
          {error && <Refused error={error} />}
          <Words as="s">{t('result.before')}</Words>
        </ResultView>
      ) : (
        <FormFields id="form" state={form} section={step} />
      )}
      {step === 'refund' && <PortChoice chosen={port?.id} tried={tried} onChoose={apply.choosePort} />}
    </Screen>
  )
}
