/** An entry as a reviewer needs it: the invoice and its times, whether it takes part, and what can be done. No name. */
import { View } from '@tarojs/components'
import { useLanguage, useText } from '../../../../messages'
import { datedText, momentText } from '../../../../messages/dates'
import { Button, named, role, Row, Tag, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { Reviewed } from '../../model/answers'
import { useYuan } from '../words'

export const EntryRow = ({
  id,
  entry,
  children,
  onDecide,
}: {
  readonly id: string
  readonly entry: Reviewed
  readonly children?: JSX.Element
  readonly onDecide: (entry: Reviewed) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const yuan = useYuan()
  const { code, number, total, issuedOn, issuedAt, at, excluded, excludedSaid, closed } = entry
  const out = excluded !== null
  return (
    <View {...named(`entry-${id}`)} className="lo-entry" {...role('listitem')}>
      <Row top wrap gap={8}>
        <View className="lo-number">{code === '' ? number : t('entry.number', { code, number })}</View>
        <Words as="b num nowrap">{total === null ? t('entry.noTotal') : yuan(total)}</Words>
      </Row>
      <Words as="s num">
        {t('entry.times', {
          issued: issuedAt === null ? datedText(issuedOn, language) : momentText(issuedAt, language),
          entered: momentText(at, language),
        })}
      </Words>
      {out && (
        <View className="sb-row start g8">
          <Tag tone="danger">{t('entry.out')}</Tag>
          <Words as="s">{excludedSaid}</Words>
        </View>
      )}
      {children}
      {closed ? (
        <Words as="s">{t('entry.closed')}</Words>
      ) : (
        <Button
          id={`${out ? 'take-in' : 'leave-out'}-${id}`}
          kind="ghost"
          label={t(out ? 'entry.takeInLabel' : 'entry.leaveOutLabel', { number })}
          onPress={() => onDecide(entry)}
        >
          {t(out ? 'entry.takeIn' : 'entry.leaveOut')}
        </Button>
      )}
    </View>
  )
}
