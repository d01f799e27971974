/** One entry in a list: which campaign, when, and how far each of its draws is. */
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Card, Column, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import { useInstantText } from './day/own-day'
import { useExcludedText } from './excluded'
import type { EntryRow } from '../model/answers'
import type { EntryDraw } from '../model/entry-way'
import { drawTone, useYuan } from './words'

const DrawLine = ({ draw }: { readonly draw: EntryDraw }) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Row gap={8} top>
      <Words as="s num">
        {draw.state === 'open'
          ? t('entry.closes', { at: momentText(draw.closesAt, language) })
          : t('entry.closed', { at: momentText(draw.closesAt, language) })}
      </Words>
      <Tag tone={drawTone(draw.state)}>{t(`drawState.${draw.state}`)}</Tag>
    </Row>
  )
}

export const EntryCard = ({ it }: { readonly it: EntryRow }) => {
  const t = useText(texts)
  const excludedText = useExcludedText()
  const instantText = useInstantText()
  const language = useLanguage()
  const yuan = useYuan()
  const won = it.prizes.length > 0
  return (
    <Card
      id={`entry-${it.id}`}
      className={won ? 'lt-won' : undefined}
      onPress={() => void go(routes.entry(it.id))}
    >
      <Column gap={8}>
        <Row top gap={8}>
          <Words as="h">{it.campaignName}</Words>
          {won && <Tag tone="gold">{t('entry.won')}</Tag>}
        </Row>
        <Row top gap={8} wrap>
          <Words as="s num">{t('entry.at', { at: momentText(it.at, language) })}</Words>
          {it.total !== null && <Words as="num">{yuan(it.total)}</Words>}
        </Row>
        {it.instant && <Words as={it.instant.tier === null ? 's' : ''}>{instantText(it.instant)}</Words>}
        {it.excluded !== null && <Words as="warn">{excludedText(it.excluded)}</Words>}
        {it.draws.map((draw) => (
          <DrawLine key={draw.id} draw={draw} />
        ))}
      </Column>
    </Card>
  )
}
