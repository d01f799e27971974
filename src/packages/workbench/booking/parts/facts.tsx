/** What a booking is about, and what its owner noted for the counter. */
import { useCallback } from 'react'
import { api, type Output } from '../../../../client/api'
import { go, routes } from '../../../../client/routes'
import { useAsked } from '../../../../client/use-asked'
import { useLanguage, useText } from '../../../../messages'
import { longDateText, momentText, timeText } from '../../../../messages/dates'
import { Button, Card, Column, Fact, Note, Words } from '../../../../ui'
import { texts } from '../../messages'

type Review = Output<'credit', 'reviewVisit'>

export const VisitFacts = ({ of: { visit, taxpayerName, standing } }: { readonly of: Review }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { day, start, matterName, hallName, hallId, createdAt, online } = visit
  return (
    <Card id="visit-facts">
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('visit.what')}
        </Words>
        <Fact label={t('case.who')}>
          <Words>{taxpayerName}</Words>
          <Words as="s">{t(`visit.${standing}`)}</Words>
        </Fact>
        <Fact label={t('appeal.matter')}>{matterName}</Fact>
        <Fact label={t('appeal.visit')}>{`${longDateText(day, language)} ${timeText(start)}`}</Fact>
        <Fact label={t('case.hall')}>{hallName}</Fact>
        <Fact label={t('visit.asked')}>{momentText(createdAt, language)}</Fact>
        {online && <Note icon="globe">{t('visit.online', { way: online.way })}</Note>}
        <Button id="see-day" kind="ghost" onPress={() => void go(routes.officeDay(hallId, day))}>
          {t('appeal.seeDay')}
        </Button>
      </Column>
    </Card>
  )
}

/** Photos are looked at beside the day's list, where they are for the counter too. */
export const VisitNote = ({ id }: { readonly id: string }) => {
  const t = useText(texts)
  const { data, failure, again } = useAsked(useCallback(() => api.appointments.counterNote({ id }), [id]))
  const note = data?.note
  const empty = note !== undefined && note.text === '' && note.photos.length === 0
  return (
    <Card id="visit-note">
      <Column gap={8}>
        <Words as="b" level={2}>
          {t('visit.note')}
        </Words>
        {failure !== undefined && (
          <>
            <Words as="s" live>
              {t('visit.noteFailed')}
            </Words>
            <Button id="visit-note-again" kind="ghost" onPress={again}>
              {t('again')}
            </Button>
          </>
        )}
        {failure === undefined && (note === undefined || empty) && (
          <Words as="s">{t(empty ? 'visit.noteNone' : 'following.looking')}</Words>
        )}
        {note !== undefined && note.text !== '' && <Words>{note.text}</Words>}
        {note !== undefined && note.photos.length > 0 && (
          <Words as="s">{t('visit.notePhotos', { n: note.photos.length })}</Words>
        )}
      </Column>
    </Card>
  )
}
