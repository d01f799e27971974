/** What offices have published, the newest first, by category; open to anybody. */
import { useState } from 'react'
import { useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { INTERESTS, type Interest } from '../../../../functions/core/pure/tags'
import { say } from '../../../../functions/core/pure/text'
import { dayOf } from '../../../../functions/core/pure/time'
import { go, routes } from '../../../client/routes'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Badge, Card, Column, Empty, List, ListItem, PagedList, Row, Screen, Tag, Words } from '../../../ui'
import { Chips } from '../../../ui/chips'
import { validText, ValidityTag } from '../../../ui/policy-text'
import { texts } from '../messages'
import type { PolicyRow } from '../model/answers'
import { usePolicies } from '../parts/queries'

const ALL = 'all'
const CATEGORIES = Object.keys(INTERESTS) as readonly Interest[]

const Item = ({ it }: { readonly it: PolicyRow }) => {
  const t = useText(texts)
  const language = useLanguage()
  const today = dayOf(useNow())
  const date = it.publishedAt === null ? undefined : datedText(dayOf(it.publishedAt), language)
  return (
    <Card id={`policy-${it.id}`} label={it.title} onPress={() => void go(routes.policy(it.id))}>
      <Column gap={8}>
        <Row start wrap gap={8}>
          <ValidityTag of={it} language={language} today={today} />
          <Tag>{it.categoryName}</Tag>
        </Row>
        <Words as="h" level={2}>
          {it.title}
        </Words>
        <Words>{it.summary}</Words>
        <View>
          <Words as="s">{[it.number, it.issuer].filter((part) => part !== '').join(' · ')}</Words>
          <Words as="s num">{validText(it, language)}</Words>
          {date !== undefined && (
            <Words as="s num">{t(it.version > 1 ? 'corrected' : 'published', { date })}</Words>
          )}
        </View>
      </Column>
    </Card>
  )
}

export default function PoliciesPage() {
  const t = useText(texts)
  const language = useLanguage()
  const [category, setCategory] = useState<Interest>()
  const policies = usePolicies(category)
  useShareAppMessage(() => ({ title: t('share'), path: routes.policies }))
  const empty =
    category === undefined ? (
      <Empty icon="book" title={t('empty.title')}>
        {t('empty.note')}
      </Empty>
    ) : (
      <Empty
        icon="book"
        title={t('empty.category')}
        action={t('empty.all')}
        onAction={() => setCategory(undefined)}
      />
    )
  return (
    <Screen id="policies" title={t('title')}>
      <List>
        <ListItem
          id="to-profile"
          lead={<Badge icon="people" />}
          title={t('profile')}
          note={t('profileNote')}
          onPress={() => void go(routes.profile)}
        />
      </List>
      <Chips<Interest | typeof ALL>
        id="category"
        label={t('category')}
        choices={[
          { value: ALL, text: t('category.all') },
          ...CATEGORIES.map((value) => ({ value, text: say(INTERESTS[value], language) })),
        ]}
        value={category ?? ALL}
        onChange={(chosen) => setCategory(chosen === ALL ? undefined : chosen)}
      />
      <PagedList
        key={category ?? ALL}
        id="policy-list"
        label={t('list')}
        pages={policies}
        idOf={({ id }) => id}
        empty={empty}
      >
        {(it) => <Item it={it} />}
      </PagedList>
    </Screen>
  )
}
