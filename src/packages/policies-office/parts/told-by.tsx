/** What came of messages beside the inbox, by channel and reason; and how many stopped such notices from this one. */
import { useText } from '../../../messages'
import { texts as delivery } from '../../../messages/delivery'
import { Column, Fact, Words } from '../../../ui'
import { texts } from '../messages'
import type { Progress } from '../model/answers'

/** Reasons that an officer can read as words; the rest are codes of providers. */
const KNOWN = ['NoGrant', 'NoAddress', 'channelOff', 'topicStopped', 'muted', 'TooLate', 'NotWanted'] as const

const useReasonText = () => {
  const t = useText(texts)
  return (why: string): string => {
    const known = KNOWN.find((one) => one === why)
    return known ? t(`why.${known}`) : t('why.other', { code: why })
  }
}

export const Channels = ({ channels }: Pick<Progress, 'channels'>) => {
  const t = useText(texts)
  const words = useText(delivery)
  const reasonText = useReasonText()
  if (channels.length === 0) return null
  return (
    <Column gap={8}>
      <Words as="b">{t('progress.channels')}</Words>
      {channels.map(({ channel, sent, failed }) => {
        const name = words(`channel.${channel}`)
        return (
          <Column key={channel} gap={8}>
            <Fact label={t('progress.sent', { channel: name })}>
              <Words id={`sent-${channel}`} as="num">
                {t('progress.items', { n: sent })}
              </Words>
            </Fact>
            {failed.map(({ why, count }) => (
              <Fact key={why} label={t('progress.failed', { channel: name, why: reasonText(why) })}>
                <Words id={`failed-${channel}-${why}`} as="num">
                  {t('progress.items', { n: count })}
                </Words>
              </Fact>
            ))}
          </Column>
        )
      })}
      <Words as="s">{t('progress.channelsNote')}</Words>
    </Column>
  )
}

export const Stops = ({ stopped: { topic, policy } }: Pick<Progress, 'stopped'>) => {
  const t = useText(texts)
  const words = useText(delivery)
  return (
    <>
      <Fact label={t('progress.stops')}>
        <Words id="stops" as="num">
          {t('progress.people', { n: topic + policy })}
        </Words>
      </Fact>
      {topic + policy > 0 && (
        <Words as="s num">
          {t('progress.stopsNote', {
            topic: words('topic.policies'),
            all: t('progress.people', { n: topic }),
            one: t('progress.people', { n: policy }),
          })}
        </Words>
      )}
    </>
  )
}
