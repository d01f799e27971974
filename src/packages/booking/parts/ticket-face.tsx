/** The face of a ticket: its code and QR while it can be used, its state and what comes next always. */
import { View } from '@tarojs/components'
import { minuteOf } from '../../../../functions/core/pure/time'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { dateText, leftText, longDateText, momentText, rangeText, timeText } from '../../../messages/dates'
import { classes, Qr, Steps, useLeft } from '../../../ui'
import type { Appointment } from '../model/answers'
import { isUsable, spacedCode, spelledCode, stepsDone, type Outlook } from '../model/ticket'

/** What comes next, in one sentence. */
export const useNextText = () => {
  const t = useText(texts)
  const language = useLanguage()
  return (it: Appointment, outlook: Outlook, left: number): string => {
    switch (outlook) {
      case 'confirm':
        return t('ticket.next.confirm', { clock: leftText(left) })
      case 'prepare':
        return t('ticket.next.prepare', {
          day: dateText(it.day, language),
          from: timeText(minuteOf(it.checkInFrom)),
        })
      case 'go':
        return t('ticket.next.go', { to: timeText(it.end) })
      case 'cancelled':
        return t(it.state === 'cancelledByHall' ? 'ticket.next.cancelledByHall' : 'ticket.next.cancelled')
      case 'reviewing':
        return t('ticket.next.reviewing', { time: momentText(it.review?.until ?? it.checkInFrom, language) })
      case 'passed':
      case 'lapsed':
      case 'missed':
      case 'excused':
      case 'refused':
        return t(`ticket.next.${outlook}`)
    }
  }
}

/** The state as a person names it: a booking whose time has passed is over. */
export const useStateText = () => {
  const t = useText(texts)
  return (it: Appointment, outlook: Outlook): string => {
    switch (outlook) {
      case 'passed':
      case 'lapsed':
      case 'missed':
      case 'excused':
      case 'reviewing':
      case 'refused':
        return t(`ticket.state.${outlook}`)
      default:
        return t(`ticket.state.${it.state}`)
    }
  }
}

export const TicketFace = ({
  it,
  outlook,
  onLapse,
}: {
  readonly it: Appointment
  readonly outlook: Outlook
  readonly onLapse: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const nextText = useNextText()
  const stateText = useStateText()
  const left = useLeft(outlook === 'confirm' ? it.heldUntil : undefined, onLapse)
  const usable = isUsable(outlook)
  return (
    <View id="ticket" className="sb-card flush">
      <View className={classes('bk-top', !usable && outlook !== 'confirm' && 'off')}>
        <View className="bk-top-note">{usable ? t('ticket.code') : stateText(it, outlook)}</View>
        {usable ? (
          <View
            id="ticket-code"
            className="bk-code"
            role="text"
            aria-label={t('ticket.codeSpoken', { digits: spelledCode(it.code) })}
          >
            {spacedCode(it.code)}
          </View>
        ) : (
          <View className="bk-when">{`${longDateText(it.day, language)} ${rangeText(it.start, it.end)}`}</View>
        )}
        <View
          id="ticket-next"
          className="bk-top-note"
          role="status"
          aria-live={outlook === 'confirm' ? 'off' : 'polite'}
        >
          {nextText(it, outlook, left)}
        </View>
      </View>
      {(usable || outlook === 'passed' || outlook === 'confirm') && (
        <View className="bk-ticket">
          <Steps
            label={t('ticket.title')}
            steps={[t('ticket.step.booked'), t('ticket.step.arrive'), t('ticket.step.done')]}
            done={stepsDone(outlook)}
          />
          {usable && <Qr id="ticket-qr" text={it.qr} label={t('ticket.qr')} size={196} />}
          {usable && <View className="sb-s sb-center">{t('ticket.qrLead')}</View>}
        </View>
      )}
    </View>
  )
}
