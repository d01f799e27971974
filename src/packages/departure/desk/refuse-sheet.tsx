/** Refusing a form: reasons of the desk's own catalogue, and what else is to be said. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { say } from '../../../../functions/core/pure/text'
import {
  DEPARTURE_REASON_CODES,
  DEPARTURE_REASONS,
  type DepartureReasonCode,
} from '../../../../functions/refunds/data/departure-reasons'
import type { ApiError } from '../../../client/errors'
import { useLanguage, useText } from '../../../messages'
import { Button, Field, Note, role, Sheet, Words } from '../../../ui'
import { CheckRow } from '../../../ui/check'
import { texts } from '../messages'

export interface Refusal {
  readonly reasons: DepartureReasonCode[]
  readonly said?: string
}

const Reasons = ({
  by,
  chosen,
  onChange,
}: {
  readonly by: 'customs' | 'agency'
  readonly chosen: readonly DepartureReasonCode[]
  readonly onChange: (chosen: readonly DepartureReasonCode[]) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const offered = DEPARTURE_REASON_CODES.filter((code) => DEPARTURE_REASONS[code].by === by)
  return (
    <View className="sb-choices" {...role('group')} aria-label={t('desk.reasons')}>
      {offered.map((code) => {
        const { rule } = DEPARTURE_REASONS[code]
        const on = chosen.includes(code)
        return (
          <CheckRow
            key={code}
            id={`reason-${code}`}
            label={say(rule, language)}
            on={on}
            onChange={() => onChange(on ? chosen.filter((one) => one !== code) : [...chosen, code])}
          >
            {say(rule, language)}
          </CheckRow>
        )
      })}
    </View>
  )
}

export const RefuseSheet = ({
  by,
  busy,
  error,
  onYes,
  onClose,
}: {
  readonly by: 'customs' | 'agency'
  readonly busy: boolean
  readonly error: ApiError | undefined
  readonly onYes: (refusal: Refusal) => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const [chosen, setChosen] = useState<readonly DepartureReasonCode[]>([])
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const words = said.trim()
  const saidOk = words === '' || words.length >= 2
  const yes = (): void => {
    setTried(true)
    if (chosen.length > 0 && saidOk) onYes({ reasons: [...chosen], ...(words === '' ? {} : { said: words }) })
  }
  return (
    <Sheet
      id="refuse-sheet"
      open
      title={t(by === 'customs' ? 'customs.refuseTitle' : 'agency.rejectTitle')}
      onClose={onClose}
    >
      <Words>{t('customs.refuseLead')}</Words>
      {tried && chosen.length === 0 && (
        <View id="reasons-problem" className="sb-s sb-danger" {...role('alert')}>
          {t('desk.reasonMissing')}
        </View>
      )}
      <Reasons by={by} chosen={chosen} onChange={setChosen} />
      <Field
        id="said"
        label={t('desk.said')}
        value={said}
        maxlength={500}
        error={tried && !saidOk ? t('desk.saidBad') : undefined}
        onInput={setSaid}
      />
      {error && (
        <Note tone="danger" icon="warn">
          <Words live>{error.message}</Words>
        </Note>
      )}
      <View className="sb-pair">
        <Button id="refuse-no" kind="ghost" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button id="refuse-yes" kind="danger" solid loading={busy} onPress={yes}>
          {t(by === 'customs' ? 'customs.refuse' : 'agency.reject')}
        </Button>
      </View>
    </Sheet>
  )
}
