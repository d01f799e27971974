/** A campaign: what it is and who runs it, the odds in words, what is left to win, its rules and their hash, its draws. */
import Taro, { usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { isInstant } from '../../../../functions/lottery/rules/campaign'
import { go, replace, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { texts as cases } from '../../../messages/cases'
import { datedText } from '../../../messages/dates'
import {
  Await,
  Button,
  Card,
  Column,
  Empty,
  Fact,
  PagedList,
  Row,
  Screen,
  Section,
  ShareButton,
  Words,
} from '../../../ui'
import { texts } from '../messages'
import type { CampaignFull, CampaignRow } from '../model/answers'
import { readCampaignId } from '../model/params'
import { PhaseTag, phaseOf } from '../parts/campaign-card'
import { DayItem } from '../parts/day/day-item'
import { DrawItem } from '../parts/draw-card'
import { useNames } from '../parts/names'
import { OddsCards, Rest } from '../parts/odds'
import { useCampaign, useDays, useDraws, useRules } from '../parts/queries'
import { Hash, RulesCard } from '../parts/rules-card'
import { useToday, useYuan } from '../parts/words'
import '../lottery.css'

const About = ({ it }: { readonly it: CampaignRow }) => {
  const t = useText(texts)
  const ofCases = useText(cases)
  const language = useLanguage()
  const today = useToday()
  const phase = phaseOf(it, today)
  return (
    <Card id="about" next={phase === 'open'}>
      <Column gap={12}>
        <Row top gap={8}>
          <Words as="h" level={2}>
            {it.name}
          </Words>
          <PhaseTag phase={phase} />
        </Row>
        <Words>{t('campaign.what')}</Words>
        <Fact label={t('campaign.place')}>{it.place}</Fact>
        <Fact label={t('campaign.open')}>
          <Words as="num">
            {t('campaign.days', {
              from: datedText(it.opensOn, language),
              to: datedText(it.closesOn, language),
            })}
          </Words>
        </Fact>
        <Fact label={t('campaign.organiser')}>{it.organiser}</Fact>
        <Words as="s">{ofCases('basis', { basis: it.basis })}</Words>
        {it.unconfirmed && <Words as="s warn">{t('campaign.unconfirmed')}</Words>}
        {phase === 'open' && (
          <Button
            id="enter"
            icon="plus"
            block
            onPress={() => void go(routes.enterInvoice({ campaign: it.id }))}
          >
            {t('home.enter')}
          </Button>
        )}
      </Column>
    </Card>
  )
}

const Pools = ({ full }: { readonly full: CampaignFull }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const names = useNames(useRules(full.rules))
  if (full.pools.length === 0) return null
  return (
    <Card id="pools">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('pools.title')}
        </Words>
        {full.pools.map(({ key, left, total }) => (
          <Column key={key} gap={4}>
            <Words as="b">{names.pool(key)}</Words>
            <Rest id={`pool-${key}`} left={left} total={total}>
              {t('pools.left', { left: yuan(left), total: yuan(total) })}
            </Rest>
          </Column>
        ))}
      </Column>
    </Card>
  )
}

const Draws = ({ full }: { readonly full: CampaignFull }) => {
  const t = useText(texts)
  const pages = useDraws(full.campaign.id)
  const rules = useRules(full.rules)
  const names = useNames(rules)
  const hasDays = rules?.draws.some(isInstant) ?? false
  return (
    <>
      <Section>{t('draws.title')}</Section>
      <PagedList
        id="draws"
        label={t('draws.title')}
        pages={pages}
        idOf={({ id }) => id}
        auto={!hasDays}
        className="sb-card flush sb-list"
        empty={<Words as="s">{t('draws.none')}</Words>}
      >
        {(it) => <DrawItem it={it} name={names.draw(it.draw)} />}
      </PagedList>
    </>
  )
}

/** Each day of instant draws, below the draws of periods: there are many of them. */
const Days = ({ full }: { readonly full: CampaignFull }) => {
  const t = useText(texts)
  const rules = useRules(full.rules)
  const names = useNames(rules)
  const has = rules?.draws.some(isInstant) ?? false
  const pages = useDays(has ? full.campaign.id : undefined)
  if (!has) return null
  return (
    <>
      <Section>{t('days.title')}</Section>
      <Words as="s">{t('days.lead')}</Words>
      <PagedList
        id="days"
        label={t('days.title')}
        pages={pages}
        idOf={({ id }) => id}
        auto={false}
        className="sb-card flush sb-list"
        empty={<Words as="s">{t('days.none')}</Words>}
      >
        {(it) => <DayItem it={it} band={names.band(it)} />}
      </PagedList>
    </>
  )
}

const Shown = ({ full }: { readonly full: CampaignFull }) => {
  const t = useText(texts)
  const rules = useRules(full.rules)
  return (
    <>
      <About it={full.campaign} />
      <Section>{t('odds.title')}</Section>
      <Words as="s">{t('odds.lead')}</Words>
      <OddsCards odds={full.odds} />
      {full.odds.length === 0 && <Words as="s">{t('odds.none')}</Words>}
      <Pools full={full} />
      {rules && <RulesCard campaign={rules} />}
      <Card id="hash">
        <Column gap={8}>
          <Hash id="rules-hash" label={t('rules.hash')}>
            {full.campaign.rulesHash}
          </Hash>
          <Words as="s">{t('rules.hashWhy')}</Words>
        </Column>
      </Card>
      <Draws full={full} />
      <Days full={full} />
      <ShareButton id="share">{t('campaign.share')}</ShareButton>
    </>
  )
}

const Missing = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="invoice"
      title={t('campaign.gone')}
      action={t('campaign.others')}
      onAction={() => void replace(routes.lottery)}
    >
      {t('campaign.goneWay')}
    </Empty>
  )
}

export default function CampaignPage() {
  const t = useText(texts)
  const id = readCampaignId(useRouter().params['id'])
  const asked = useCampaign(id)
  usePullDownRefresh(() => {
    void asked.refetch().finally(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(() => ({
    title: asked.data?.campaign.name ?? t('home.share'),
    path: id === undefined ? routes.lottery : routes.campaign(id),
  }))
  return (
    <Screen id="campaign" title={t('campaign.title')}>
      {id === undefined || asked.error?.code === 'NOT_FOUND' ? (
        <Missing />
      ) : (
        <Await query={asked}>{(full) => <Shown full={full} />}</Await>
      )}
    </Screen>
  )
}
