/** What I am told about beyond the app. */
import { TOPICS } from '../../../../functions/core/pure/delivery/channels'
import { useText } from '../../../messages'
import { texts as delivery } from '../../../messages/delivery'
import { Card, Column, Section, Words } from '../../../ui'
import { texts } from '../messages'
import type { Wanted } from '../model/wanted'
import { SwitchRow } from './row'

export const Topics = ({
  wanted: { stopped },
  muted,
  onChange,
}: {
  readonly wanted: Wanted
  readonly muted: number
  readonly onChange: (part: Partial<Wanted>) => void
}) => {
  const t = useText(texts)
  const words = useText(delivery)
  const turn = (topic: (typeof TOPICS)[number], on: boolean): void =>
    onChange({ stopped: TOPICS.filter((one) => (one === topic ? !on : stopped.includes(one))) })
  return (
    <>
      <Section>{t('topics')}</Section>
      <Card id="topics">
        <Column gap={4}>
          {TOPICS.map((topic) => (
            <SwitchRow
              key={topic}
              id={`topic-${topic}`}
              title={words(`topic.${topic}`)}
              label={t('topicOn', { topic: words(`topic.${topic}`) })}
              on={!stopped.includes(topic)}
              onChange={(on) => turn(topic, on)}
            />
          ))}
          <Words as="s">{t('topicsNote')}</Words>
          {muted > 0 && <Words as="s">{t('muted', { n: muted })}</Words>}
        </Column>
      </Card>
    </>
  )
}
