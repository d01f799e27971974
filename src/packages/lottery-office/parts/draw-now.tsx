/** Where a draw stands: a period with its round, a day of instant draws with its money and what was won of it. */
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Card, Column, Fact, Row, Words } from '../../../ui'
import { numberText } from '../../../ui/numbers'
import { texts } from '../messages'
import type { DrawFull } from '../model/answers'
import { NextLine, StateTag, useBandText, useBefore, useCountText, useWhenText } from './draw-words'
import { useYuan } from './words'

const Moment = ({ label, at }: { readonly label: string; readonly at: number | null }) => {
  const language = useLanguage()
  if (at === null) return null
  return (
    <Fact label={label}>
      <Words as="num">{momentText(at, language)}</Words>
    </Fact>
  )
}

const PeriodFacts = ({ of }: { readonly of: DrawFull }) => {
  const t = useText(texts)
  const yuan = useYuan()
  return (
    <>
      <Moment label={t('draw.closesAt')} at={of.closesAt} />
      <Moment label={t('draw.frozenAt')} at={of.frozenAt} />
      <Moment label={t('draw.drawnAt')} at={of.drawnAt} />
      {of.round > 0 && (
        <Fact label={t('draw.round')}>
          <Words id="round" as="num">
            {of.round}
          </Words>
        </Fact>
      )}
      <Moment label={t('draw.roundAt')} at={of.roundAt} />
      {of.places > 0 && (
        <Fact label={t('draw.prizes')}>
          <Words as="num">
            {t('draw.prizesOf', {
              written: numberText(of.written),
              places: numberText(of.places),
              amount: yuan(of.fen),
            })}
          </Words>
        </Fact>
      )}
    </>
  )
}

/** Its end is the end of the day; no round is waited for, and its prizes are written as they are won. */
const DayFacts = ({ of, isEntered }: { readonly of: DrawFull; readonly isEntered: boolean }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const over = of.next === null
  return (
    <>
      <Fact label={t('draw.money')}>
        <Words id="day-money" as="num">
          {yuan(of.fen)}
        </Words>
      </Fact>
      {isEntered && (
        <Fact label={t('draw.won')}>
          <Words id="day-won" as="num">
            {t(over ? 'draw.wonInAll' : 'draw.wonSoFar', { n: numberText(of.written) })}
          </Words>
        </Fact>
      )}
      <Moment label={t('draw.ended')} at={of.frozenAt} />
    </>
  )
}

export const Now = ({ of }: { readonly of: DrawFull }) => {
  const t = useText(texts)
  const when = useWhenText()(of)
  const band = useBandText()(of)
  const count = useCountText()(of)
  const day = of.kind === 'instant'
  const isEntered = !useBefore(of) && of.state !== 'opening'
  return (
    <Card id="now" next={of.next !== null}>
      <Column gap={12}>
        <Row top gap={8}>
          <Words as="h" level={2}>
            {of.name}
          </Words>
          <StateTag row={of} />
        </Row>
        <NextLine row={of} />
        <Fact label={t(day ? 'draw.day' : 'draw.period')}>
          <Words as="num">{when}</Words>
        </Fact>
        {band !== undefined && (
          <Fact label={t('draw.band')}>
            <Words id="band" as="num">
              {band}
            </Words>
          </Fact>
        )}
        {isEntered && (
          <Fact label={t(day ? 'draw.entered' : 'draw.entries')}>
            <Words id="count" as="num b">
              {count}
            </Words>
          </Fact>
        )}
        {day ? <DayFacts of={of} isEntered={isEntered} /> : <PeriodFacts of={of} />}
      </Column>
    </Card>
  )
}
