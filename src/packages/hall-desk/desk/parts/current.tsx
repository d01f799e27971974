/** The number at the window, read from two metres: what it came for, whose it is, how it came. */
import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { minuteOf } from '../../../../../functions/core/pure/time'
import { useText } from '../../../../messages'
import { timeText } from '../../../../messages/dates'
import { Card, Column, Tag, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { Desk, DeskWindow, Ticket } from '../../model/answers'
import { stageOf } from '../../model/moves'

const TONES = { free: 'quiet', called: 'gold', serving: 'ok' } as const

const Details = ({ ticket, matters }: { readonly ticket: Ticket; readonly matters: Desk['matters'] }) => {
  const t = useText(texts)
  const matter = matters.find((one) => one.matter === ticket.matter)?.name ?? ticket.matter
  return (
    <Column gap={8}>
      <Words id="at-matter" as="h">
        {matter}
      </Words>
      <Words id="at-name">{ticket.taxpayer?.name ?? t('at.noName')}</Words>
      <View className="sb-row g8 wrap start hd-tags">
        <Tag>
          {ticket.start === undefined ? t('at.walkIn') : t('at.booked', { time: timeText(ticket.start) })}
        </Tag>
        {ticket.priority && <Tag tone="ok">{t('at.priority')}</Tag>}
        {ticket.passed && <Tag tone="warn">{t('at.passed')}</Tag>}
      </View>
    </Column>
  )
}

/** The children are what can be done with it. */
export const Current = ({
  desk,
  window,
  children,
}: PropsWithChildren<{ readonly desk: Desk; readonly window: DeskWindow }>) => {
  const t = useText(texts)
  const { at, ticket } = window
  const stage = stageOf(window)
  return (
    <Card id="current" className={`hd-current ${stage}`}>
      <View className="sb-row g8 wrap start">
        <Tag tone={TONES[stage]}>{t(`stage.${stage}`)}</Tag>
        {at && (
          <Words as="s num">{t('at.called', { time: timeText(minuteOf(at.calledAt)), n: at.calls })}</Words>
        )}
      </View>
      {at ? (
        <>
          <View
            id="at-number"
            className="hd-number sb-num"
            aria-label={t('at.number', { number: at.number })}
          >
            {at.number}
          </View>
          {ticket && <Details ticket={ticket} matters={desk.matters} />}
        </>
      ) : (
        <>
          <View className="hd-number none" aria-hidden="true">
            —
          </View>
          <Words id="at-none">{t(desk.waiting > 0 ? 'at.none' : 'at.nobody', { n: desk.waiting })}</Words>
        </>
      )}
      <View className="hd-moves sb-col g12">{children}</View>
    </Card>
  )
}
