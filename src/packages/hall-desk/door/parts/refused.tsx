/** Why a booking has no number now, in its own words, and what to do about it. */
import { View } from '@tarojs/components'
import { minuteOf } from '../../../../../functions/core/pure/time'
import type { ApiError } from '../../../../client/errors'
import { isRecord } from '../../../../client/storage'
import { useText } from '../../../../messages'
import { timeText } from '../../../../messages/dates'
import { Button, Card, Column, Note, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import { wayOf } from '../../model/refusals'

const fromOf = (data: unknown): number | undefined =>
  isRecord(data) && typeof data['from'] === 'number' ? data['from'] : undefined
const hallOf = (data: unknown): string | undefined =>
  isRecord(data) && typeof data['hall'] === 'string' ? data['hall'] : undefined

/** From when, or where: what the refusal says beside its sentence. */
const useDetail = () => {
  const t = useText(texts)
  return ({ code, data }: ApiError): string | undefined => {
    const [from, hall] = [fromOf(data), hallOf(data)]
    if (code === 'TOO_EARLY' && from !== undefined)
      return t('refused.from', { time: timeText(minuteOf(from)) })
    return code === 'WRONG_HALL' && hall !== undefined ? t('refused.hall', { hall }) : undefined
  }
}

export const Refused = ({
  error,
  busy,
  onAgain,
  onRetype,
  onWalkIn,
  onNext,
}: {
  readonly error: ApiError
  readonly busy: boolean
  readonly onAgain: () => void
  readonly onRetype: () => void
  readonly onWalkIn: () => void
  readonly onNext: () => void
}) => {
  const t = useText(texts)
  const detail = useDetail()(error)
  const way = wayOf(error.code, error.retry)
  return (
    <Card id="refused" className="hd-refused">
      <Column gap={12}>
        <View className="sb-col g8" {...role('alert')}>
          <Words as="h" level={2}>
            {error.message}
          </Words>
          {detail !== undefined && (
            <Words id="refused-detail" as="xl">
              {detail}
            </Words>
          )}
        </View>
        <Note icon="info">{t(`refused.${way}`)}</Note>
        <View className="hd-buttons">
          {way === 'again' && (
            <Button id="refused-again" loading={busy} onPress={onAgain}>
              {t('again')}
            </Button>
          )}
          {way === 'retype' && (
            <Button id="refused-retype" onPress={onRetype}>
              {t('door.retype')}
            </Button>
          )}
          {way === 'walkIn' && (
            <Button id="refused-walk-in" onPress={onWalkIn}>
              {t('door.toWalkIn')}
            </Button>
          )}
          <Button id="next-person" kind="ghost" onPress={onNext}>
            {t('door.next')}
          </Button>
        </View>
      </Column>
    </Card>
  )
}
