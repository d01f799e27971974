/** Before all else: a refund that cannot go on without me, what runs out first on top. Nothing while there is none. */
import { api, type Output } from '../../client/api'
import { go, routes } from '../../client/routes'
import { useQuery } from '../../client/use-query'
import { useLanguage, useText } from '../../messages'
import { datedText } from '../../messages/dates'
import { Button, Card, Column, Row, Tag, Words } from '../../ui'
import { texts } from './messages'

export const WAITING = 'my:refunds:waiting'

type Waiting = Output<'refunds', 'waiting'>['items'][number]

/** What is to be done, by its state; in any other, an account is to be named for what the office found. */
const WHAT: Readonly<Record<string, 'supply' | 'account'>> = {
  correctionAsked: 'supply',
  bankRejected: 'account',
}

const Shown = ({ it, others }: { readonly it: Waiting; readonly others: number }) => {
  const t = useText(texts)
  const language = useLanguage()
  const what = WHAT[it.state] ?? 'name'
  return (
    <Card id="next-refund" next>
      <Column gap={8}>
        <Row>
          <Words as="s">{t('next')}</Words>
          <Tag tone="warn">{t('refund.waits')}</Tag>
        </Row>
        <Words as="h" level={2}>
          {t(`refund.${what}`)}
        </Words>
        <Words as="s">{`${it.kindName} · ${it.taxpayerName}`}</Words>
        {it.correctionDue !== null && (
          <Words as="warn">{t('refund.by', { day: datedText(it.correctionDue, language) })}</Words>
        )}
        <Button id="next-refund-go" onPress={() => void go(routes.refundCase(it.id))}>
          {t(`refund.${what}.go`)}
        </Button>
        {others > 0 && (
          <Button id="next-refund-all" kind="text" onPress={() => void go(routes.refunds)}>
            {t('refund.others', { n: others })}
          </Button>
        )}
      </Column>
    </Card>
  )
}

export const useWaiting = (): readonly Waiting[] =>
  useQuery(WAITING, () => api.refunds.waiting({})).data?.items ?? []

export const RefundFirst = () => {
  const items = useWaiting()
  const [first] = items
  return first ? <Shown it={first} others={items.length - 1} /> : null
}
