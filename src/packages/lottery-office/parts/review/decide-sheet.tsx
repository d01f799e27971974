/** Leaving an entry out, with its reason, or taking it in again; a refusal in words that say what to do. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { say } from '../../../../../functions/core/pure/text'
import {
  EXCLUSION_CODES,
  exclusions,
  type ExclusionCode,
} from '../../../../../functions/lottery/data/exclusions'
import { api } from '../../../../client/api'
import type { ApiError } from '../../../../client/errors'
import { useAction } from '../../../../client/use-action'
import { useLanguage, useText } from '../../../../messages'
import { Button, classes, named, Note, press, role, Sheet, Words } from '../../../../ui'
import '../../../../ui/form-fields.css'
import { texts } from '../../messages'
import type { Reviewed } from '../../model/answers'

export type Decided = 'excluded' | 'takenIn'

/** Refusals that say more here than anywhere. */
const TOLD = {
  FOUR_EYES: 'refused.fourEyes',
  CASE_STATE: 'refused.caseState',
  PERIOD_CLOSED: 'refused.periodClosed',
  NOT_FOUND: 'refused.notFound',
} as const
const isTold = (code: string): code is keyof typeof TOLD => Object.keys(TOLD).includes(code)

const useRefusal = () => {
  const t = useText(texts)
  return ({ code, message }: ApiError): string => (isTold(code) ? t(TOLD[code]) : message)
}

const Reasons = ({
  chosen,
  onChoose,
}: {
  readonly chosen: ExclusionCode | undefined
  readonly onChoose: (reason: ExclusionCode) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <View className="sb-choices" {...role('radiogroup')} aria-label={t('decide.reason')}>
      {EXCLUSION_CODES.map((code) => (
        <View
          key={code}
          {...named(`reason-${code}`)}
          className={classes('sb-choice', code === chosen && 'on')}
          {...press({
            role: 'radio',
            chosen: code === chosen,
            label: say(exclusions[code].rule, language),
            onPress: () => onChoose(code),
          })}
        >
          <View className="sb-choice-mark" aria-hidden="true" />
          <View className="grow">{say(exclusions[code].rule, language)}</View>
        </View>
      ))}
    </View>
  )
}

export const DecideSheet = ({
  entry,
  onClose,
  onDone,
}: {
  readonly entry: Reviewed
  readonly onClose: () => void
  readonly onDone: (what: Decided) => void
}) => {
  const t = useText(texts)
  const refusal = useRefusal()
  const back = entry.excluded !== null
  const [reason, setReason] = useState<ExclusionCode>()
  const [tried, setTried] = useState(false)
  const decide = useAction((to: ExclusionCode | null, key) =>
    api.lottery.exclude({ id: entry.id, reason: to }, { key }),
  )
  const send = async (): Promise<void> => {
    setTried(true)
    if (!back && reason === undefined) return
    if (await decide.run(back ? null : (reason ?? null))) onDone(back ? 'takenIn' : 'excluded')
  }
  return (
    <Sheet id="decide-sheet" open title={t(back ? 'decide.backTitle' : 'decide.title')} onClose={onClose}>
      <View className="lo-number">{entry.number}</View>
      <Words as="s">{t(back ? 'decide.backLead' : 'decide.lead')}</Words>
      {!back && <Reasons chosen={reason} onChoose={setReason} />}
      {tried && !back && reason === undefined && (
        <View id="reason-needed" className="sb-s sb-danger" {...role('alert')}>
          {t('decide.reasonNeeded')}
        </View>
      )}
      {decide.error && (
        <Note tone="danger" icon="warn">
          <View id="decide-error" {...role('alert')}>
            {refusal(decide.error)}
          </View>
        </Note>
      )}
      <View className="sb-pair">
        <Button id="decide-no" kind="ghost" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button
          id="decide-yes"
          kind={back ? 'primary' : 'danger'}
          solid
          loading={decide.busy}
          onPress={() => void send()}
        >
          {t(back ? 'decide.backYes' : 'decide.yes')}
        </Button>
      </View>
    </Sheet>
  )
}
