/** One form in a list: what comes back, its state, and until when. */
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Card, Column, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { FormRow } from '../model/answers'
import { isToShow } from '../model/progress'
import { useLeftText } from './days-card'
import { toneOf, useStateText, useYuan } from './words'

export const FormCard = ({ it }: { readonly it: FormRow }) => {
  const t = useText(texts)
  const language = useLanguage()
  const stateText = useStateText()
  const leftText = useLeftText()
  const yuan = useYuan()
  const bought = datedText(it.purchasedOn, language)
  const state = stateText(it.state)
  return (
    <Card
      id={`form-${it.id}`}
      next={it.next === 'claimant'}
      label={t('card.open', { day: bought, state })}
      onPress={() => void go(routes.departureForm(it.id))}
    >
      <Column gap={8}>
        <Row gap={8} top>
          <Words as="h num">{t('card.net', { amount: yuan(it.net) })}</Words>
          <Tag tone={toneOf(it.state)}>{state}</Tag>
        </Row>
        <Words as="s">{t('card.bought', { day: bought })}</Words>
        {isToShow(it) && it.days && (
          <Words as={it.days.state === 'inTime' ? '' : 'warn'}>
            {`${t('card.leave', { day: datedText(it.days.lastDay, language) })} · ${leftText(it.days)}`}
          </Words>
        )}
      </Column>
    </Card>
  )
}
