/** The ballot for the seats of a hall's day: how far it is, what is published of it, and how to check it oneself. */
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { go, replace, routes } from '../../../client/routes'
import { useLive } from '../../../client/use-live'
import { useClock } from '../../../client/use-now'
import { useBallot, type Ballot } from '../../../client/waits'
import { useLanguage, useText } from '../../../messages'
import { longDateText, momentText } from '../../../messages/dates'
import { Await, Button, Card, Column, Empty, Fact, Row, Screen, Steps, Tag, Words } from '../../../ui'
import { Until } from '../../../ui/until'
import { texts } from '../messages'
import { readBallotLink } from '../model/params'
import { CheckBallot } from '../parts/check-ballot'
import { useHallName, useWait } from '../parts/queries'
import { ballotTone } from '../parts/words'
import '../waitlist.css'

export default function BallotPage() {
  const t = useText(texts)
  const language = useLanguage()
  const { hallId, day, wait } = readBallotLink(useRouter().params)
  const hall = useHallName(hallId)
  const ballots = useBallot(hallId, day)
  // A share card leads to the ballot, never to whose entry was looked at.
  useShareAppMessage(() => ({
    title:
      day === undefined ? t('ballot.title') : t('ballot.share', { hall, day: longDateText(day, language) }),
    path: hallId === undefined || day === undefined ? routes.home : routes.ballot({ hallId, day }),
  }))
  if (hallId === undefined || day === undefined) return <Screen title={t('ballot.title')}>{<None />}</Screen>
  return (
    <Screen id="ballot-page" title={t('ballot.title')}>
      <Await query={ballots}>
        {({ items: [it] }) =>
          it ? <Shown it={it} hall={hall} wait={wait} look={ballots.refetch} /> : <None />
        }
      </Await>
    </Screen>
  )
}

const None = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="people"
      title={t('ballot.none')}
      action={t('list.book')}
      onAction={() => void replace(routes.halls())}
    >
      {t('ballot.noneWay')}
    </Empty>
  )
}

const STEPS: Readonly<Record<Ballot['state'], number>> = { open: 1, closed: 1, listed: 2, drawn: 3 }

const State = ({
  it,
  hall,
  onClose,
  now,
}: {
  readonly it: Ballot
  readonly hall: string
  readonly onClose: () => void
  readonly now: number
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const state = it.state === 'open' && it.closesAt <= now ? 'closed' : it.state
  return (
    <Card id="ballot" next={state === 'open'}>
      <Column gap={12}>
        <Row top gap={8}>
          <Words as="h" level={2}>
            {longDateText(it.day, language)}
          </Words>
          <Tag tone={ballotTone(state)}>{t(`ballot.state.${state}`)}</Tag>
        </Row>
        <Words>{t('ballot.lead', { hall, day: longDateText(it.day, language) })}</Words>
        <Steps
          label={t('ballot.steps')}
          steps={[t('ballot.step.open'), t('ballot.step.listed'), t('ballot.step.drawn')]}
          done={STEPS[state]}
        />
        <Words id="ballot-next" live>
          {t(`ballot.next.${state}`)}
        </Words>
        {state === 'open' && (
          <>
            <Until
              id="ballot-left"
              until={it.closesAt}
              say={(left) => t('ballot.closesIn', { left })}
              over={t('ballot.closed')}
              onEnd={onClose}
            />
            <Button id="enter" onPress={() => void go(routes.matters({ hallId: it.hallId }))}>
              {t('ballot.enter')}
            </Button>
          </>
        )}
      </Column>
    </Card>
  )
}

const Hash = ({
  id,
  label,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly children: string
}) => (
  <Column gap={4}>
    <Words as="s">{label}</Words>
    <Column id={id} className="wl-hash">
      {children}
    </Column>
  </Column>
)

const Facts = ({ it }: { readonly it: Ballot }) => {
  const t = useText(texts)
  const language = useLanguage()
  const moments = (['announcedAt', 'closesAt', 'listedAt', 'drawnAt'] as const).flatMap((name) => {
    const at = it[name]
    return at === undefined ? [] : [{ name, at }]
  })
  return (
    <Card id="ballot-facts">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('ballot.facts')}
        </Words>
        {moments.map(({ name, at }) => (
          <Fact key={name} label={t(`ballot.${name}`)}>
            <Words as="num">{momentText(at, language)}</Words>
          </Fact>
        ))}
        <Hash id="commitment" label={t('ballot.commitment')}>
          {it.commitment}
        </Hash>
        {it.digest !== undefined && (
          <Hash id="digest" label={t('ballot.digest')}>
            {it.digest}
          </Hash>
        )}
        {it.seed !== undefined && (
          <Hash id="seed" label={t('ballot.seed')}>
            {it.seed}
          </Hash>
        )}
      </Column>
    </Card>
  )
}

const Shown = ({
  it,
  hall,
  wait,
  look,
}: {
  readonly it: Ballot
  readonly hall: string
  readonly wait: string | undefined
  readonly look: () => Promise<void>
}) => {
  const [now, lookAtClock] = useClock()
  const mine = useWait(wait).data?.wait
  useLive(look, { on: it.state !== 'drawn' && it.closesAt <= now, of: it.state })
  return (
    <>
      <State
        it={it}
        hall={hall}
        now={now}
        onClose={() => {
          lookAtClock()
          void look()
        }}
      />
      <CheckBallot it={it} mine={mine?.hallId === it.hallId && mine.day === it.day ? mine : undefined} />
      <Facts it={it} />
    </>
  )
}
