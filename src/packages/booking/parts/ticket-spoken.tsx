/** The whole ticket in sentences, for a screen reader's read-aloud and for whoever reads it out. */
import { View } from '@tarojs/components'
import type { Appointment } from '../../../client/api'
import { useLanguage, useText } from '../../../messages'
import { longDateText, timeText } from '../../../messages/dates'
import { Column, Words } from '../../../ui'
import { texts } from '../messages'
import { isUsable, spelledCode, type Outlook } from '../model/ticket'
import { useStateText } from './ticket-face'

const useSpoken = () => {
  const t = useText(texts)
  const language = useLanguage()
  const stateText = useStateText()
  return (it: Appointment, outlook: Outlook): string => {
    const said = {
      state: stateText(it, outlook),
      date: longDateText(it.day, language),
      from: timeText(it.start),
      to: timeText(it.end),
      hall: it.hallName,
      matter: it.matterName,
    }
    if (!isUsable(outlook)) return t('ticket.spokenNoCode', said)
    return t('ticket.spoken', {
      ...said,
      address: it.hallAddress,
      digits: spelledCode(it.code),
      bring: it.bring.join(t('and')) || t('matter.bringNothing'),
    })
  }
}

export const TicketSpoken = ({ it, outlook }: { readonly it: Appointment; readonly outlook: Outlook }) => {
  const t = useText(texts)
  const spoken = useSpoken()
  return (
    <Column gap={4}>
      <Words as="s" level={2}>
        {t('ticket.read')}
      </Words>
      <View id="spoken" className="bk-spoken">
        {spoken(it, outlook)}
      </View>
    </Column>
  )
}
