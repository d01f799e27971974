/** Appeals that I made, the newest first: what became of a no-show that counts no more is here alone. */
import { dayOf } from '../../../../functions/core/pure/time'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { dateText, longDateText } from '../../../messages/dates'
import { Card, Column, ListItem, PagedList, Section, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import { APPEAL_TONES } from '../model/record'
import { useAppeals } from './queries'

const None = () => {
  const t = useText(texts)
  return (
    <Card>
      <Column gap={4}>
        <Words as="b">{t('appeals.none')}</Words>
        <Words as="s">{t('appeals.noneNote')}</Words>
      </Column>
    </Card>
  )
}

export const Appeals = () => {
  const t = useText(texts)
  const language = useLanguage()
  const pages = useAppeals()
  return (
    <>
      <Section>{t('appeals.title')}</Section>
      <PagedList id="appeals" label={t('appeals.title')} pages={pages} idOf={({ id }) => id} empty={<None />}>
        {({ id, appointmentId, day, state, createdAt }) => (
          <Card flush>
            <ListItem
              id={`own-${id}`}
              title={t('appeals.one', { day: longDateText(day, language) })}
              note={t('appeals.made', { day: dateText(dayOf(createdAt), language) })}
              trail={<Tag tone={APPEAL_TONES[state]}>{t(`state.${state}`)}</Tag>}
              onPress={() => void go(routes.appeal(appointmentId))}
            />
          </Card>
        )}
      </PagedList>
    </>
  )
}
