/** One case in a list: what, how much, its state, whose move it is, and until when. */
import type { Day } from '../../../../functions/core/pure/time'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Card, Column, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { CaseRow } from '../model/answers'
import { datesOf } from '../model/progress'
import { toneOf, usePartyText, useStateText, useYuan } from './words'

/** Until when, or when it ended. */
const useWhenText = (today: Day) => {
  const t = useText(texts)
  const language = useLanguage()
  return (it: CaseRow): string => {
    if (it.next === null) return t('case.received', { day: datedText(it.receivedOn, language) })
    if (it.correctionDue !== null) return t('case.supplyBy', { day: datedText(it.correctionDue, language) })
    if (it.next === 'claimant') return t('case.waits')
    const { outer, target } = datesOf(it, today, 'naturalDays')
    const day = target !== undefined && target >= today ? target : outer
    return day === undefined ? t('case.noDay') : t('case.until', { day: datedText(day, language) })
  }
}

export const CaseCard = ({
  it,
  today,
  waits = it.next === 'claimant',
}: {
  readonly it: CaseRow
  readonly today: Day
  /** For its claimant, whoever moves next. */
  readonly waits?: boolean
}) => {
  const t = useText(texts)
  const stateText = useStateText()
  const partyText = usePartyText()
  const yuan = useYuan()
  const when = useWhenText(today)(it)
  return (
    <Card id={`case-${it.id}`} next={waits} onPress={() => void go(routes.refundCase(it.id))}>
      <Column gap={8}>
        <Row top gap={8}>
          <Words as="h">{it.kindName}</Words>
          <Tag tone={toneOf(it.state)}>{stateText(it.state)}</Tag>
        </Row>
        <Row top gap={8} wrap>
          <Words as="num b">{yuan(it.claimed)}</Words>
          {it.payable !== null && <Words as="s num">{t('case.payable', { amount: yuan(it.payable) })}</Words>}
        </Row>
        {it.next !== null && (
          <Words as={waits ? 'warn' : ''}>
            {waits && it.next !== 'claimant' ? t('case.name') : t('case.next', { who: partyText(it.next) })}
          </Words>
        )}
        <Words as="s">{`${when} · ${it.taxpayerName}`}</Words>
      </Column>
    </Card>
  )
}
