/** A notice in the list. The whole of it opens the thing; why it came is a door of its own below. */
import { View } from '@tarojs/components'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { texts as delivery } from '../../../messages/delivery'
import { Button, Card, Column, press, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import { knownTopic } from '../model/params'
import type { Notice } from './queries'

export const Item = ({
  notice,
  unread,
  onOpen,
  onWhy,
}: {
  readonly notice: Notice
  readonly unread: boolean
  readonly onOpen: () => void
  readonly onWhy: () => void
}) => {
  const t = useText(texts)
  const words = useText(delivery)
  const language = useLanguage()
  const topic = knownTopic(notice.topic)
  return (
    <Card next={unread}>
      <Column gap={8}>
        <View id={`notice-${notice.id}`} className="sb-col g8" {...press({ onPress: onOpen })}>
          <Row top gap={8}>
            <Words as={unread ? 'h' : ''}>{notice.title}</Words>
            {unread && <Tag>{t('unread')}</Tag>}
          </Row>
          {notice.body !== '' && <Words>{notice.body}</Words>}
        </View>
        <Row gap={8} wrap>
          <Words as="s num">
            {topic
              ? t('topicAt', { topic: words(`topic.${topic}`), at: momentText(notice.at, language) })
              : momentText(notice.at, language)}
          </Words>
          <Button
            id={`why-${notice.id}`}
            kind="text"
            label={t('whyOf', { title: notice.title })}
            onPress={onWhy}
          >
            {t('why')}
          </Button>
        </Row>
      </Column>
    </Card>
  )
}
