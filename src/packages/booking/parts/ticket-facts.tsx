/** What a ticket is about: when, for what, where, for whom, what to bring, and until when it can be cancelled. */
import { View } from '@tarojs/components'
import type { Instant } from '../../../../functions/core/pure/time'
import type { Appointment } from '../../../client/api'
import { useLanguage, useText } from '../../../messages'
import { longDateText, momentText, rangeText } from '../../../messages/dates'
import { Card, Column, Fact, Note, Words } from '../../../ui'
import { texts } from '../messages'
import { isUsable, type Outlook } from '../model/ticket'

/** Long names read better from the left, one a line. */
const Bring = ({ things }: { readonly things: readonly string[] }) => {
  const t = useText(texts)
  if (things.length === 0) return <Fact label={t('ticket.bring')}>{t('matter.bringNothing')}</Fact>
  return (
    <Column gap={4}>
      <Words as="s">{t('ticket.bring')}</Words>
      <View role="list" aria-label={t('ticket.bring')}>
        {things.map((thing) => (
          <View key={thing} className="bk-thing" role="listitem">
            {thing}
          </View>
        ))}
      </View>
    </Column>
  )
}

export const TicketFacts = ({
  it,
  outlook,
  now,
  reopened,
}: {
  readonly it: Appointment
  readonly outlook: Outlook
  readonly now: Instant
  /** The closing that cancelled it was taken back. */
  readonly reopened: boolean
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const usable = isUsable(outlook)
  const when = `${longDateText(it.day, language)} ${rangeText(it.start, it.end)}`
  const cancellable = usable && it.state === 'booked' && now <= it.cancelUntil
  return (
    <Card>
      <Column gap={12}>
        <Fact label={t('ticket.time')}>{when}</Fact>
        <Fact label={t('ticket.matter')}>{it.matterName}</Fact>
        <Fact label={t('ticket.hall')}>
          <Words>{it.hallName}</Words>
          <Words as="s">{it.hallAddress}</Words>
        </Fact>
        <Fact label={t('ticket.for')}>{it.taxpayer.name}</Fact>
        {usable && <Bring things={it.bring} />}
        {it.note && <Fact label={t('ticket.note')}>{it.note}</Fact>}
        {reopened && (
          <Note tone="ok">
            <Words id="reopened">{t('ticket.dayReopened')}</Words>
          </Note>
        )}
        {cancellable && (
          <Words as="s">{t('ticket.cancelUntil', { time: momentText(it.cancelUntil, language) })}</Words>
        )}
      </Column>
    </Card>
  )
}
