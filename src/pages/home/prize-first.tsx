/** A prize that waits for me, the one whose time ends first on top, and how long yet. Nothing while there is none. */
import { fen, yuanDisplay } from '../../../functions/core/pure/money'
import { dayOf, daysBetween, type Day } from '../../../functions/core/pure/time'
import { api } from '../../client/api'
import { go, routes } from '../../client/routes'
import { useNow } from '../../client/use-now'
import { useQuery } from '../../client/use-query'
import { useLanguage, useText } from '../../messages'
import { datedText } from '../../messages/dates'
import { Button, Card, Column, Row, Tag, Words } from '../../ui'
import { texts } from './messages'
import { upcomingAnswered } from './upcoming'

/** Of the lottery's own: whatever claims there makes it be read again. */
export const PRIZES = 'my:lottery:waiting'

type What = 'claim' | 'fixAccount'

/** No more of it than the card shows is kept on the device. */
interface WaitingPrize {
  readonly id: string
  readonly what: What
  readonly fen: number
  readonly campaignName: string
  /** The last day to claim on. */
  readonly until: Day | null
}

const WHATS: readonly What[] = ['claim', 'fixAccount']
/** What has no last day comes last. */
const END = '9999-12-31'

const waitingPrizes = async (): Promise<readonly WaitingPrize[]> => {
  await upcomingAnswered()
  const { items } = await api.lottery.prizes({ limit: 20 })
  return items
    .flatMap(({ id, moves, payable, campaignName, until }): readonly WaitingPrize[] => {
      const what = WHATS.find((move) => moves.includes(move))
      return what ? [{ id, what, fen: payable, campaignName, until }] : []
    })
    .sort((a, b) => (a.until ?? END).localeCompare(b.until ?? END))
}

export const useWaitingPrizes = (): readonly WaitingPrize[] => useQuery(PRIZES, waitingPrizes).data ?? []

const Left = ({ until }: { readonly until: Day | null }) => {
  const t = useText(texts)
  const today = dayOf(useNow())
  const left = until === null ? undefined : daysBetween(today, until)
  if (left === undefined || left < 0) return <Tag tone="warn">{t('refund.waits')}</Tag>
  return <Tag tone="warn">{left === 0 ? t('today') : t('daysLeft', { n: left })}</Tag>
}

const Shown = ({ it, others }: { readonly it: WaitingPrize; readonly others: number }) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Card id="next-prize" next>
      <Column gap={8}>
        <Row>
          <Words as="s">{t('next')}</Words>
          <Left until={it.until} />
        </Row>
        <Words as="h" level={2}>
          {t(`prize.${it.what}`, { amount: yuanDisplay(fen(it.fen)) })}
        </Words>
        <Words as="s">{it.campaignName}</Words>
        {it.until !== null && (
          <Words as="warn">{t('prize.by', { day: datedText(it.until, language) })}</Words>
        )}
        <Button id="next-prize-go" onPress={() => void go(routes.prize(it.id))}>
          {t(`prize.${it.what}.go`)}
        </Button>
        {others > 0 && (
          <Button id="next-prize-all" kind="text" onPress={() => void go(routes.prizes)}>
            {t('prize.others', { n: others })}
          </Button>
        )}
      </Column>
    </Card>
  )
}

export const PrizeFirst = () => {
  const items = useWaitingPrizes()
  const [first] = items
  return first ? <Shown it={first} others={items.length - 1} /> : null
}
