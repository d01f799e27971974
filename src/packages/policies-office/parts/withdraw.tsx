/** Withdrawing: the reason first, then a second look at what it does. */
import { useState } from 'react'
import { Textarea, View } from '@tarojs/components'
import { fieldProblem, tidyText } from '../../../../functions/core/pure/typed-text'
import { inEnglish, MOST } from '../../../../functions/policies/data/limits'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { common } from '../../../messages/common'
import { useProblemText } from '../../../messages/text-problem'
import { Button, classes, ConfirmSheet, inputName, Note, role, Sheet, Words } from '../../../ui'
import '../../../ui/form-fields.css'
import { texts } from '../messages'
import type { OfficePolicy } from '../model/answers'
import { NOTHING, type Both } from '../model/draft'
import { useProgress } from './queries'

/** Longer than it may be can be typed, so that nothing is cut off unseen. */
const ROOM = 2
const LIMITS = { zh: { max: MOST.why, min: 2 }, en: { max: inEnglish(MOST.why), min: 0 } } as const

const Reason = ({
  language,
  value,
  tried,
  onChange,
}: {
  readonly language: keyof Both
  readonly value: string
  readonly tried: boolean
  readonly onChange: (value: string) => void
}) => {
  const t = useText(texts)
  const problemText = useProblemText()
  const limits = LIMITS[language]
  const problem = problemText(fieldProblem(value, limits), {
    tried,
    own: { long: t('problem.long', { n: limits.max }), short: t('problem.short', { n: 2 }) },
  })
  const label = t(language === 'zh' ? 'withdraw.why' : 'withdraw.whyEn')
  return (
    <View className="sb-field">
      <View className="sb-b">{label}</View>
      <View className={classes('sb-field-box', 'sb-field-row', problem && 'bad')}>
        <Textarea
          id={`withdraw-${language}`}
          className="sb-area"
          style={{ height: '4.5em' }}
          value={value}
          maxlength={limits.max * ROOM}
          {...inputName(label, problem !== undefined)}
          onInput={(event) => onChange(event.detail.value)}
        />
      </View>
      {problem !== undefined && (
        <View id={`withdraw-${language}-problem`} className="sb-s sb-danger" {...role('alert')}>
          {problem}
        </View>
      )}
    </View>
  )
}

export const Withdraw = ({
  policy,
  onWithdrawn,
}: {
  readonly policy: OfficePolicy
  readonly onWithdrawn: () => void
}) => {
  const t = useText(texts)
  const words = useText(common)
  const [step, setStep] = useState<'closed' | 'reason' | 'sure'>('closed')
  const [why, setWhy] = useState<Both>(NOTHING)
  const [tried, setTried] = useState(false)
  const { data } = useProgress(policy.id)
  const told = data?.versions.reduce((sum, one) => sum + one.told, 0) ?? 0
  const withdraw = useAction((reason: Both, key) =>
    api.policies.withdraw({ id: policy.id, why: reason }, { key }),
  )
  const wrong = fieldProblem(why.zh, LIMITS.zh) ?? fieldProblem(why.en, LIMITS.en)
  const sent: Both = { zh: tidyText(why.zh), en: tidyText(why.en) }
  const next = (): void => {
    setTried(true)
    if (wrong === undefined) setStep('sure')
  }
  const run = async (): Promise<void> => {
    if (!(await withdraw.run(sent))) return
    setStep('closed')
    onWithdrawn()
  }
  return (
    <>
      <Button id="withdraw" kind="danger" block onPress={() => setStep('reason')}>
        {t('policy.withdraw')}
      </Button>
      <Sheet
        id="withdraw-sheet"
        open={step === 'reason'}
        title={t('withdraw.title')}
        onClose={() => setStep('closed')}
      >
        <Words as="s">{t('withdraw.whyNote')}</Words>
        <Reason language="zh" value={why.zh} tried={tried} onChange={(zh) => setWhy({ ...why, zh })} />
        <Reason language="en" value={why.en} tried={tried} onChange={(en) => setWhy({ ...why, en })} />
        <View className="sb-pair">
          <Button id="withdraw-close" kind="ghost" onPress={() => setStep('closed')}>
            {words('cancel')}
          </Button>
          <Button id="withdraw-next" onPress={next}>
            {t('withdraw.next')}
          </Button>
        </View>
      </Sheet>
      <ConfirmSheet
        id="withdraw-sure"
        open={step === 'sure'}
        title={t('withdraw.sure', { name: policy.title })}
        confirm={t('withdraw.yes')}
        keep={t('withdraw.keep')}
        busy={withdraw.busy}
        onConfirm={() => void run()}
        onClose={() => setStep('closed')}
      >
        <View className="sb-col g8">
          <Words>{t('withdraw.sureWords', { people: t('progress.people', { n: told }) })}</Words>
          <Words as="b">{sent.zh}</Words>
          {sent.en !== '' && <Words as="b">{sent.en}</Words>}
          {withdraw.error && (
            <Note tone="danger" icon="warn">
              <View {...role('alert')}>{withdraw.error.message}</View>
            </Note>
          )}
        </View>
      </ConfirmSheet>
    </>
  )
}
