/** How far the people of each version are told, and how many opened it; read again while it goes on and the page is shown. */
import { View } from '@tarojs/components'
import { STEADY, useLive } from '../../../client/use-live'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { texts as ofPolicy } from '../../../messages/policies'
import { Await, Button, Card, Column, Fact, role, Row, Skeleton, Tag, Words } from '../../../ui'
import '../../../ui/files.css'
import { texts } from '../messages'
import type { Audience, Progress, VersionProgress } from '../model/answers'
import { useProgress } from './queries'
import { useReachText } from './reach'
import { Channels, Stops } from './told-by'
import { useReach } from './use-reach'

const percentOf = ({ parts, partsDone }: VersionProgress): number =>
  parts === 0 ? 0 : Math.round((partsDone / parts) * 100)

const Version = ({ of }: { readonly of: VersionProgress }) => {
  const t = useText(texts)
  const words = useText(ofPolicy)
  const language = useLanguage()
  return (
    <View id={`progress-${of.version}`} className="po-version sb-col g8">
      <Row top gap={8}>
        <Column>
          <Words as="b">
            {t('progress.version', { n: of.version, change: words(`change.${of.change}`) })}
          </Words>
          <Words as="s num">{momentText(of.at, language)}</Words>
        </Column>
        <Tag tone={of.done ? 'ok' : 'warn'}>{t(of.done ? 'progress.done' : 'progress.running')}</Tag>
      </Row>
      {!of.done && (
        <>
          <View className="sb-progress" aria-hidden="true">
            <View className="sb-progress-done" style={{ width: `${percentOf(of)}%` }} />
          </View>
          <Words as="s">
            {of.parts === 0
              ? t('progress.preparing')
              : t('progress.parts', { n: of.parts, done: of.partsDone })}
          </Words>
        </>
      )}
      <Fact label={t('progress.told')}>
        <Words as="num">{t('progress.people', { n: of.told })}</Words>
      </Fact>
      {of.passed > 0 && (
        <>
          <Fact label={t('progress.passed')}>
            <Words as="num">{t('progress.people', { n: of.passed })}</Words>
          </Fact>
          <Words as="s">{t('progress.passedNote')}</Words>
        </>
      )}
    </View>
  )
}

const Shown = ({
  of: { versions, readers, channels, stopped },
  running,
}: {
  readonly of: Progress
  readonly running: boolean
}) => {
  const t = useText(texts)
  return (
    <>
      <View className="sb-col g12" {...role('status')} aria-live="polite">
        {versions.map((one) => (
          <Version key={one.version} of={one} />
        ))}
      </View>
      <Fact label={t('progress.read')}>
        <View id="readers" className="sb-num">
          {t(readers.more ? 'progress.more' : 'progress.people', { n: readers.read })}
        </View>
      </Fact>
      {versions.length > 1 && <Words as="s">{t('progress.readNote')}</Words>}
      <Channels channels={channels} />
      <Stops stopped={stopped} />
      {running && <Words as="s">{t('progress.live')}</Words>}
    </>
  )
}

export const ProgressCard = ({
  id,
  hallId,
  audience,
}: {
  readonly id: string
  readonly hallId: string
  readonly audience: Audience
}) => {
  const t = useText(texts)
  const progress = useProgress(id)
  const reachText = useReachText()
  const { reach } = useReach(hallId, audience)
  const running = progress.data?.versions.some(({ done }) => !done) ?? false
  useLive(progress.refetch, { on: running, pace: STEADY })
  return (
    <Card id="progress">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('progress.title')}
        </Words>
        <Await query={progress} skeleton={<Skeleton cards={1} />}>
          {(known) => <Shown of={known} running={running} />}
        </Await>
        {reach && (
          <Fact label={t('progress.reach')}>
            <Words as="num">{reachText(reach)}</Words>
          </Fact>
        )}
        <Button
          id="refresh"
          kind="ghost"
          loading={progress.loading && progress.data !== undefined && !running}
          onPress={() => void progress.refetch()}
        >
          {t('progress.refresh')}
        </Button>
      </Column>
    </Card>
  )
}
