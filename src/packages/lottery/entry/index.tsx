/** One entry of mine: its way through each draw, what it won, and whether it stands in the public list. */
import { useEffect, useRef } from 'react'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { say } from '../../../../functions/core/pure/text'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import { go, replace, routes } from '../../../client/routes'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Await, Button, Card, Column, Empty, Fact, Note, Screen, Tag, Row, Words } from '../../../ui'
import { Timeline, type TimelineItem } from '../../../ui/timeline'
import { texts } from '../messages'
import { useExcludedText } from '../parts/excluded'
import type { DrawRow, EntryRow } from '../model/answers'
import { entrySteps, type EntryDraw, type Step } from '../model/entry-way'
import { readEntryId } from '../model/params'
import { entryRules } from '../model/told-rules'
import { OwnDay } from '../parts/day/own-day'
import { useNames } from '../parts/names'
import { useCampaign, useEntry, useRules } from '../parts/queries'
import { VerifyEntry } from '../parts/verify-entry'
import { drawTone, useYuan } from '../parts/words'
import '../lottery.css'

const useStepItem = (it: EntryRow, draw: EntryDraw, rules: Campaign | undefined) => {
  const t = useText(texts)
  const excludedText = useExcludedText(rules)
  return ({ key, state, at }: Step): TimelineItem => ({
    key,
    state,
    title: t(`step.${key}`),
    who: t(key === 'entered' ? 'who.you' : key === 'round' ? 'who.network' : 'who.office'),
    ...(at !== undefined && { at }),
    ...(state === 'stopped' && { note: it.excluded !== null ? excludedText(it.excluded) : t('step.empty') }),
    ...(key === 'prize' &&
      draw.state === 'published' && { note: t(it.prizes.length > 0 ? 'step.won' : 'step.notWon') }),
  })
}

const OneDraw = ({
  it,
  draw,
  row,
  name,
  rules,
}: {
  readonly it: EntryRow
  readonly draw: EntryDraw
  readonly row: DrawRow | undefined
  readonly name: string
  readonly rules: Campaign | undefined
}) => {
  const t = useText(texts)
  const now = useNow()
  const item = useStepItem(it, draw, rules)
  return (
    <>
      <Row gap={8}>
        <Words as="h" level={2}>
          {name}
        </Words>
        <Tag tone={drawTone(draw.state)}>{t(`drawState.${draw.state}`)}</Tag>
      </Row>
      <Timeline id={`way-${draw.draw}`} items={entrySteps(it, draw, row, now).map(item)} />
      {row && (
        <Button id={`open-${draw.draw}`} kind="ghost" block onPress={() => void go(routes.draw(draw.id))}>
          {t('entry.openDraw')}
        </Button>
      )}
      {row && row.files.length > 0 && it.excluded === null && (
        <VerifyEntry entryId={it.id} draw={row} name={name} />
      )}
    </>
  )
}

const Doubts = ({
  codes,
  rules,
}: {
  readonly codes: readonly string[]
  readonly rules: Campaign | undefined
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const now = useNow()
  if (codes.length === 0 || !rules) return null
  const told = entryRules(rules, now).filter(({ code }) => codes.includes(code))
  return (
    <Note icon="info">
      <Column gap={4}>
        <Words as="b">{t('entry.doubts')}</Words>
        {told.map(({ code, rule }) => (
          <Words key={code}>{say(rule, language)}</Words>
        ))}
      </Column>
    </Note>
  )
}

const Shown = ({ it, draws }: { readonly it: EntryRow; readonly draws: readonly DrawRow[] }) => {
  const t = useText(texts)
  const language = useLanguage()
  const yuan = useYuan()
  const campaign = useCampaign(it.campaign)
  const rules = useRules(campaign.data?.rules)
  const names = useNames(rules)
  const day = draws.find(({ id }) => id === it.instant?.drawId)
  return (
    <>
      <Card
        id="about-entry"
        className={it.prizes.length > 0 ? 'lt-won' : undefined}
        next={it.prizes.length === 0}
      >
        <Column gap={8}>
          <Words as="h" level={2}>
            {it.campaignName}
          </Words>
          <Fact label={t('entry.when')}>
            <Words as="num">{momentText(it.at, language)}</Words>
          </Fact>
          {it.total !== null && (
            <Fact label={t('typed.amount')}>
              <Words as="num b">{yuan(it.total)}</Words>
            </Fact>
          )}
          {it.prizes.map((id) => (
            <Button key={id} id={`prize-${id}`} icon="idea" block onPress={() => void go(routes.prize(id))}>
              {t('entry.toPrize')}
            </Button>
          ))}
        </Column>
      </Card>
      <Doubts codes={it.doubts} rules={rules} />
      {it.instant && day && <OwnDay it={it} told={it.instant} row={day} campaign={campaign.data} />}
      {it.draws.map((draw) => (
        <OneDraw
          key={draw.id}
          it={it}
          draw={draw}
          row={draws.find(({ id }) => id === draw.id)}
          name={names.draw(draw.draw)}
          rules={rules}
        />
      ))}
      <Button id="to-campaign" kind="text" block onPress={() => void go(routes.campaign(it.campaign))}>
        {t('entry.toCampaign')}
      </Button>
    </>
  )
}

const Missing = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="invoice"
      title={t('entry.gone')}
      action={t('entries.title')}
      onAction={() => void replace(routes.entries)}
    >
      {t('entry.goneWay')}
    </Empty>
  )
}

/** Of what it was drawn in already, and what it is still in. */
const isOver = (draws: readonly { readonly state: string }[]): boolean =>
  draws.every(({ state }) => state === 'published' || state === 'empty')

export default function EntryPage() {
  const t = useText(texts)
  const id = readEntryId(useRouter().params)
  const asked = useEntry(id)
  const now = useNow()
  const { refetch } = asked
  const over = asked.data === undefined || isOver([...asked.data.entry.draws, ...asked.data.draws])
  // While a draw is under way it is looked at again every half minute.
  const first = useRef(now)
  useEffect(() => {
    if (now !== first.current && !over) void refetch()
  }, [now, over, refetch])
  usePullDownRefresh(() => {
    void refetch().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Screen id="entry" title={t('entry.title')}>
      {id === undefined || asked.error?.code === 'NOT_FOUND' ? (
        <Missing />
      ) : (
        <Await query={asked}>{({ entry, draws }) => <Shown it={entry} draws={draws} />}</Await>
      )}
    </Screen>
  )
}
