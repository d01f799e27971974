/** What the navigator found: each matter with its three ways: guide, online, booking. */
import Taro from '@tarojs/taro'
import type { Matter } from '../../client/api'
import { go, routes } from '../../client/routes'
import { useText } from '../../messages'
import { texts } from './messages'
import { Column, Empty, List, ListItem, Tag, Words } from '../../ui'
import { findMatters } from './search'

/** Rows on one screen before the words should be narrowed. */
const MOST = 30

export const Results = ({
  matters,
  typed,
}: {
  readonly matters: readonly Matter[]
  readonly typed: string
}) => {
  const t = useText(texts)
  const found = findMatters(matters, typed)
  if (found.length === 0) {
    return (
      <Empty
        icon="search"
        title={t('noResult', { text: typed })}
        action={t('call')}
        onAction={() => void Taro.makePhoneCall({ phoneNumber: '12366' })}
      >
        {t('noResultHint')}
      </Empty>
    )
  }
  return (
    <Column gap={8}>
      <Words as="s" live>
        {t('results', { n: found.length })}
      </Words>
      <List id="results">
        {found.slice(0, MOST).map((matter) => (
          <ListItem
            key={matter.code}
            id={`matter-${matter.code}`}
            title={matter.name}
            label={matter.name}
            note={`${matter.group} · ${t('minutes', { n: matter.minutes })}`}
            trail={matter.online ? <Tag tone="ok">{t('wayOnline')}</Tag> : undefined}
            onPress={() => void go(routes.guide(matter.code))}
          />
        ))}
      </List>
    </Column>
  )
}
