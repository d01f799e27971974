/** The guide to one matter: its six fields, and the next step: book a visit, or do it online. */
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { api, type Output } from '../../../client/api'
import { go, replace, routes } from '../../../client/routes'
import { useQuery, type Fetched } from '../../../client/use-query'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { texts } from '../messages'
import { isHallId, isMatterCode } from '../../../../functions/halls/rules/fields'
import {
  Await,
  BottomBar,
  Button,
  Card,
  Column,
  Empty,
  ExternalLink,
  Note,
  Row,
  Screen,
  Tag,
  Words,
} from '../../../ui'
import { Fields } from './parts/fields'
import './guide.css'

type Told = Output<'halls', 'guide'>
type Matter = Told['matter']

const useGuide = (matter: string | undefined): Fetched<Told> =>
  useQuery(matter === undefined ? undefined : `guide:${matter}`, () =>
    api.halls.guide({ matter: matter ?? '' }),
  )

const Missing = () => {
  const t = useText(texts)
  return (
    <Empty icon="book" title={t('missing')} action={t('all')} onAction={() => void replace(routes.matters())}>
      {t('missingWay')}
    </Empty>
  )
}

const Top = ({ matter, guide }: Told) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Card next>
      <Column gap={8}>
        <Words as="h" level={2}>
          {matter.name}
        </Words>
        <Row start wrap gap={8}>
          <Tag tone="quiet">{matter.group}</Tag>
          {matter.online && <Tag tone="ok">{t('online')}</Tag>}
        </Row>
        <Words as="s">{`${t('code', { code: guide.externalCode ?? matter.code })} · ${t('minutes', { n: matter.minutes })}`}</Words>
        {guide.effectiveFrom && (
          <Words as="s">{t('from', { date: datedText(guide.effectiveFrom, language) })}</Words>
        )}
      </Column>
    </Card>
  )
}

/** To the times of the hall one came from, when it handles the matter; else to the halls that do. */
const wayTo = ({ code, halls }: Matter, hallId: string | undefined): string =>
  hallId !== undefined && halls.includes(hallId)
    ? routes.slots({ hallId, matter: code })
    : routes.halls({ matter: code })

const Next = ({ matter, hallId }: { readonly matter: Matter; readonly hallId: string | undefined }) => {
  const t = useText(texts)
  return (
    <BottomBar>
      {matter.online ? (
        <ExternalLink id="go-online" url={matter.online.url}>
          {t('goOnline')}
        </ExternalLink>
      ) : (
        <Button id="go-book" grow onPress={() => void go(wayTo(matter, hallId))}>
          {t('book')}
        </Button>
      )}
    </BottomBar>
  )
}

const OnlineWay = ({ way }: { readonly way: string }) => {
  const t = useText(texts)
  return (
    <Note tone="ok" icon="globe">
      <Words as="b">{t('onlineLead')}</Words>
      <Words as="s">{way}</Words>
    </Note>
  )
}

export default function GuidePage() {
  const t = useText(texts)
  const { matter: code = '', hallId: from = '' } = useRouter().params
  const matter = isMatterCode(code) ? code : undefined
  const hallId = isHallId(from) ? from : undefined
  const guide = useGuide(matter)
  const known = guide.data?.matter
  useShareAppMessage(() => ({
    title: known ? t('share', { matter: known.name }) : t('title'),
    path: routes.guide(code),
  }))
  const missing = matter === undefined || guide.error?.code === 'NOT_FOUND'
  return (
    <Screen title={t('title')} bar={known && !missing ? <Next matter={known} hallId={hallId} /> : undefined}>
      {missing ? (
        <Missing />
      ) : (
        <Await query={guide}>
          {(told) => (
            <>
              <Top {...told} />
              {told.matter.online && <OnlineWay way={told.matter.online.way} />}
              <Fields guide={told.guide} />
              {told.guide.unconfirmed.length > 0 && <Words as="s">{t('unconfirmedNote')}</Words>}
            </>
          )}
        </Await>
      )}
    </Screen>
  )
}
