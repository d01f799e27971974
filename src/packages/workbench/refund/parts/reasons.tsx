/** Reasons of the catalogue, each with the law that it stands on. */
import { View } from '@tarojs/components'
import { say } from '../../../../../functions/core/pure/text'
import { REASON_CODES, REASONS, type ReasonCode } from '../../../../../functions/refunds/data/reasons'
import { useLanguage, useText } from '../../../../messages'
import { texts as cases } from '../../../../messages/cases'
import { role, Words } from '../../../../ui'
import { CheckRow } from '../../../../ui/check'
import { texts } from '../../messages'

/** As the contract takes them. */
const MOST = 5

export const Reasons = ({
  chosen,
  tried,
  onChange,
}: {
  readonly chosen: readonly ReasonCode[]
  /** One tried to go on: that none is chosen is a fault now. */
  readonly tried: boolean
  readonly onChange: (chosen: readonly ReasonCode[]) => void
}) => {
  const t = useText(texts)
  const ofCases = useText(cases)
  const language = useLanguage()
  const full = chosen.length >= MOST
  return (
    <View className="sb-col g8">
      <Words as="b" level={3}>
        {t('reasons')}
      </Words>
      {tried && chosen.length === 0 && (
        <View id="reasons-problem" className="sb-s sb-danger" {...role('alert')}>
          {t('reasons.needed')}
        </View>
      )}
      {full && <Words as="s">{t('reasons.most', { n: MOST })}</Words>}
      <View className="sb-choices" {...role('group')} aria-label={t('reasons')}>
        {REASON_CODES.map((code) => {
          const { rule, basis, unconfirmed } = REASONS[code]
          const on = chosen.includes(code)
          const toggle = (): void => onChange(on ? chosen.filter((one) => one !== code) : [...chosen, code])
          return (
            <CheckRow
              key={code}
              id={`reason-${code}`}
              label={say(rule, language)}
              on={on}
              disabled={full && !on}
              onChange={toggle}
            >
              <Words>{say(rule, language)}</Words>
              <Words as="s">{t('reasons.basis', { basis: say(basis, language) })}</Words>
              {unconfirmed && <Words as="s warn">{ofCases('unconfirmedNote')}</Words>}
            </CheckRow>
          )
        })}
      </View>
    </View>
  )
}
