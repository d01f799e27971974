/** What happened: each no-show with its appeal, each cancellation. */
import { View } from '@tarojs/components'
import { dayOf } from '../../../../functions/core/pure/time'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { datedText, longDateText, momentText, timeText } from '../../../messages/dates'
import { Button, Card, Column, List, ListItem, role, Row, Section, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { Mine, NoShow } from '../model/answers'
import { APPEAL_TONES, latestFirst } from '../model/record'

const Ways = ({ of: { appointmentId, day, appeal, appealUntil } }: { readonly of: NoShow }) => {
  const t = useText(texts)
  const language = useLanguage()
  const when = longDateText(day, language)
  const open = (): void => void go(routes.appeal(appointmentId))
  if (appeal)
    return (
      <Button
        id={`see-${appointmentId}`}
        kind="ghost"
        label={t('missed.seeIt', { day: when })}
        onPress={open}
      >
        {t('missed.see')}
      </Button>
    )
  if (appealUntil === null) return <Words as="s">{t('missed.late')}</Words>
  return (
    <>
      <Words as="s">{t('missed.until', { time: momentText(appealUntil, language) })}</Words>
      <Button
        id={`appeal-${appointmentId}`}
        kind="ghost"
        label={t('missed.appealIt', { day: when })}
        onPress={open}
      >
        {t('missed.appeal')}
      </Button>
    </>
  )
}

const One = ({ of }: { readonly of: NoShow }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { appointmentId, day, start, hallName, matterName, why, appeal } = of
  const when = `${longDateText(day, language)}${start === null ? '' : ` ${timeText(start)}`}`
  const what = [hallName, matterName].filter(Boolean).join(' · ')
  return (
    <View id={`missed-${appointmentId}`} className="sb-card" {...role('listitem')}>
      <Column gap={8}>
        <Row top gap={8} stack>
          <Words as="b">{when}</Words>
          {appeal && <Tag tone={APPEAL_TONES[appeal.state]}>{t(`state.${appeal.state}`)}</Tag>}
        </Row>
        <Words>{what === '' ? t('missed.unknown') : what}</Words>
        <Words as="s">{t(`why.${why}`)}</Words>
        <Ways of={of} />
      </Column>
    </View>
  )
}

export const Missed = ({ mine }: { readonly mine: Mine }) => {
  const t = useText(texts)
  if (mine.noShows.length === 0)
    return (
      <Card id="missed">
        <Column gap={4}>
          <Words as="b" level={2}>
            {t('missed.none')}
          </Words>
          <Words as="s">{t('missed.noneNote')}</Words>
        </Column>
      </Card>
    )
  return (
    <>
      <Section>{t('missed.title')}</Section>
      <View id="missed" className="sb-col g12" {...role('list')} aria-label={t('missed.title')}>
        {latestFirst(mine.noShows).map((one) => (
          <One key={one.appointmentId} of={one} />
        ))}
      </View>
    </>
  )
}

export const Cancelled = ({ mine }: { readonly mine: Mine }) => {
  const t = useText(texts)
  const language = useLanguage()
  if (mine.cancellations.length === 0) return null
  return (
    <>
      <Section>{t('cancelled.title')}</Section>
      <List id="cancellations">
        {[...mine.cancellations]
          .sort((a, b) => b.at - a.at)
          .map(({ appointmentId, at, late }) => (
            <ListItem
              key={appointmentId}
              id={`cancelled-${appointmentId}`}
              title={t('cancelled.one', { time: momentText(at, language) })}
              note={datedText(dayOf(at), language)}
              trail={
                <Tag tone={late ? 'warn' : 'quiet'}>{t(late ? 'cancelled.late' : 'cancelled.inTime')}</Tag>
              }
              onPress={() => void go(routes.ticket(appointmentId))}
            />
          ))}
      </List>
      <Words as="s">{t('cancelled.note')}</Words>
    </>
  )
}
