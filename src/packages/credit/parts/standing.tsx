/** May one book now; if not, until when to the minute, why, and what one can do; and what counts this month. */
import { View } from '@tarojs/components'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Button, Card, Column, Icon, role, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { Limit, Mine } from '../model/answers'
import { isLast, toneOf, worthAppealing } from '../model/record'
import { RuleOf } from './basis'

const Suspended = ({ mine, of }: { readonly mine: Mine; readonly of: NonNullable<Mine['suspended']> }) => {
  const t = useText(texts)
  const language = useLanguage()
  const open = worthAppealing(mine)
  return (
    <Card id="standing" next>
      <Column gap={12}>
        <Row start gap={8}>
          <View className="sb-danger">
            <Icon name="warn" />
          </View>
          <Words as="h" level={2}>
            {t('stand.suspended')}
          </Words>
        </Row>
        <Words id="suspended-until" as="b">
          {t('stand.until', { time: momentText(of.until, language) })}
        </Words>
        <Words>{t(`stand.by.${of.by}`)}</Words>
        <RuleOf of={of} />
        <Words as="s">{t('stand.after')}</Words>
        {open && (
          <Button id="appeal-first" onPress={() => void go(routes.appeal(open.appointmentId))}>
            {t('stand.appeal')}
          </Button>
        )}
      </Column>
    </Card>
  )
}

export const Standing = ({ mine }: { readonly mine: Mine }) => {
  const t = useText(texts)
  if (mine.suspended) return <Suspended mine={mine} of={mine.suspended} />
  const { noShows, cancellations } = mine.limits
  const near = isLast(noShows) ? 'stand.near' : isLast(cancellations) ? 'stand.nearCancel' : undefined
  return (
    <Card id="standing" next>
      <Column gap={12}>
        <Row start gap={8} top>
          <View className={near ? 'sb-warn' : 'sb-ok'}>
            <Icon name={near ? 'info' : 'check'} />
          </View>
          <Words as="h" level={2}>
            {t(near ?? 'stand.fine')}
          </Words>
        </Row>
        {!near && <Words as="s">{t('stand.fineNote')}</Words>}
        <Button id="book" kind="ghost" onPress={() => void go(routes.halls())}>
          {t('stand.book')}
        </Button>
      </Column>
    </Card>
  )
}

const Counted = ({ of, what }: { readonly of: Limit; readonly what: 'noShows' | 'cancellations' }) => {
  const t = useText(texts)
  const { used, limit } = of
  const name = t(`month.${what}`)
  return (
    <View
      id={`counts-${what}`}
      {...role('listitem')}
      aria-label={t('month.spoken', { what: name, used, limit })}
    >
      <Column gap={4}>
        <Row>
          <Words as="b">{name}</Words>
          <Tag tone={toneOf(of)}>{t('month.of', { used, limit })}</Tag>
        </Row>
        <RuleOf of={of} />
      </Column>
    </View>
  )
}

export const Month = ({ mine: { limits } }: { readonly mine: Mine }) => {
  const t = useText(texts)
  return (
    <Card id="month">
      <Column gap={16}>
        <Words as="b" level={2}>
          {t('month.title')}
        </Words>
        <View className="sb-col g16" {...role('list')} aria-label={t('month.title')}>
          <Counted of={limits.noShows} what="noShows" />
          <Counted of={limits.cancellations} what="cancellations" />
        </View>
        <Words as="s">{t('month.ban', { n: limits.banDays, limit: limits.noShows.limit })}</Words>
        <Words as="s">{t('month.notCounted')}</Words>
      </Column>
    </Card>
  )
}
