/** Whether the seats of the day are balloted, and the way to announce it; the hall's other ballots beside it. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { go, routes } from '../../../../client/routes'
import { useQuery } from '../../../../client/use-query'
import { api } from '../../../../client/api'
import { useBallot, type Ballot } from '../../../../client/waits'
import { useLanguage, useText } from '../../../../messages'
import { longDateText, momentText } from '../../../../messages/dates'
import {
  Await,
  Button,
  Card,
  Column,
  named,
  role,
  Row,
  Skeleton,
  Tag,
  Words,
  type Tone,
} from '../../../../ui'
import { texts } from '../../messages'
import { AnnounceSheet } from './announce-sheet'

const TONES: Readonly<Record<Ballot['state'], Tone>> = {
  open: 'ok',
  closed: 'warn',
  listed: 'warn',
  drawn: 'gold',
}

const open = ({ hallId, day }: Ballot): void => void go(routes.ballot({ hallId, day }))

const Announced = ({ it }: { readonly it: Ballot }) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Column id="day-ballot" gap={8}>
      <Row top gap={8}>
        <Words>{t('ballot.closes', { time: momentText(it.closesAt, language) })}</Words>
        <Tag tone={TONES[it.state]}>{t(`ballot.state.${it.state}`)}</Tag>
      </Row>
      <Button id="see-ballot" kind="ghost" onPress={() => open(it)}>
        {t('ballot.see')}
      </Button>
    </Column>
  )
}

/** Of other days, the latest first. */
const Others = ({ hallId, day }: { readonly hallId: string; readonly day: string }) => {
  const t = useText(texts)
  const language = useLanguage()
  const all = useQuery(`ballots:${hallId}`, () => api.waitlist.ballots({ hallId, limit: 10 }))
  const others = (all.data?.items ?? []).filter((it) => it.day !== day)
  if (others.length === 0) return null
  return (
    <Column gap={4}>
      <Words as="s">{t('ballot.others')}</Words>
      <View {...named('ballots')} {...role('list')} aria-label={t('ballot.others')}>
        {others.map((it) => (
          <View key={it.day} {...role('listitem')}>
            <Button id={`ballot-${it.day}`} kind="text" onPress={() => open(it)}>
              {`${longDateText(it.day, language)} · ${t(`ballot.state.${it.state}`)}`}
            </Button>
          </View>
        ))}
      </View>
    </Column>
  )
}

export const BallotCard = ({
  hallId,
  day,
  today,
  changeable,
  onDone,
}: {
  readonly hallId: string
  readonly day: string
  readonly today: string
  readonly changeable: boolean
  readonly onDone: (words: string) => void
}) => {
  const t = useText(texts)
  const ballot = useBallot(hallId, day)
  const [announcing, setAnnouncing] = useState(false)
  return (
    <Card>
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('ballot.title')}
        </Words>
        <Await query={ballot} skeleton={<Skeleton cards={1} lines={2} />}>
          {({ items: [it] }) =>
            it ? (
              <Announced it={it} />
            ) : (
              <>
                <Words as="s">{t('ballot.lead')}</Words>
                {changeable && day > today && !ballot.stale && (
                  <Button id="announce" kind="ghost" onPress={() => setAnnouncing(true)}>
                    {t('ballot.announce')}
                  </Button>
                )}
              </>
            )
          }
        </Await>
        <Others hallId={hallId} day={day} />
      </Column>
      {announcing && (
        <AnnounceSheet
          hallId={hallId}
          day={day}
          today={today}
          onDone={(announced) => {
            setAnnouncing(false)
            ballot.set({ items: [announced] })
            onDone(t('ballot.done'))
          }}
          onClose={() => setAnnouncing(false)}
        />
      )}
    </Card>
  )
}
