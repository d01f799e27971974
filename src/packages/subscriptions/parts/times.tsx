/** When I am not disturbed, how many messages a day, and what comes together in one. */
import { useState } from 'react'
import { TOPICS } from '../../../../functions/core/pure/delivery/channels'
import type { MinuteOfDay } from '../../../../functions/core/pure/time'
import { useText } from '../../../messages'
import { texts as delivery } from '../../../messages/delivery'
import { Card, Column, role, Section, Segmented, Words } from '../../../ui'
import { CheckChips } from '../../../ui/chips'
import { MinuteInput } from '../../../ui/minute-input'
import { View } from '@tarojs/components'
import { texts } from '../messages'
import { capsWith, USUAL_DIGEST_AT, USUAL_QUIET, type Wanted } from '../model/wanted'
import { SwitchRow } from './row'

interface PartProps {
  readonly wanted: Wanted
  readonly onChange: (part: Partial<Wanted>) => void
}

const QuietTimes = ({
  quiet,
  onChange,
}: {
  readonly quiet: NonNullable<Wanted['quiet']>
  readonly onChange: PartProps['onChange']
}) => {
  const t = useText(texts)
  const [same, setSame] = useState(false)
  const set = (part: { readonly from?: MinuteOfDay; readonly to?: MinuteOfDay }): void => {
    const next = { ...quiet, ...part }
    setSame(next.from === next.to)
    if (next.from !== next.to) onChange({ quiet: next })
  }
  return (
    <>
      <View className="sb-pair">
        <MinuteInput
          id="quiet-from"
          label={t('from')}
          value={quiet.from}
          onChange={(from) => set({ from })}
        />
        <MinuteInput id="quiet-to" label={t('to')} value={quiet.to} onChange={(to) => set({ to })} />
      </View>
      {same && (
        <View id="quiet-same" className="sb-s sb-danger" {...role('alert')}>
          {t('quietSame')}
        </View>
      )}
    </>
  )
}

export const Quiet = ({ wanted: { quiet }, onChange }: PartProps) => {
  const t = useText(texts)
  return (
    <>
      <Section>{t('quiet')}</Section>
      <Card id="quiet-card">
        <Column gap={12}>
          <SwitchRow
            id="quiet"
            title={t('quietOn')}
            note={t('quietNote')}
            label={t('quiet')}
            on={quiet !== null}
            onChange={(on) => onChange({ quiet: on ? USUAL_QUIET : null })}
          />
          {quiet !== null && <QuietTimes quiet={quiet} onChange={onChange} />}
        </Column>
      </Card>
    </>
  )
}

export const Cap = ({ wanted: { cap }, onChange }: PartProps) => {
  const t = useText(texts)
  return (
    <>
      <Section>{t('cap')}</Section>
      <Segmented
        id="cap"
        label={t('cap')}
        value={cap === null ? 'none' : String(cap)}
        onChange={(value) => onChange({ cap: value === 'none' ? null : Number(value) })}
        choices={[
          { value: 'none', text: t('noCap') },
          ...capsWith(cap).map((n) => ({ value: String(n), text: t('capOf', { n }) })),
        ]}
      />
      <Words as="s">{t('capNote')}</Words>
    </>
  )
}

export const Digest = ({ wanted: { digest }, onChange }: PartProps) => {
  const t = useText(texts)
  const words = useText(delivery)
  return (
    <>
      <Section>{t('digest')}</Section>
      <Card id="digest-card">
        <Column gap={12}>
          <SwitchRow
            id="digest"
            title={t('digestOn')}
            note={t('digestNote')}
            label={t('digest')}
            on={digest !== null}
            onChange={(on) => onChange({ digest: on ? { at: USUAL_DIGEST_AT, topics: ['policies'] } : null })}
          />
          {digest !== null && (
            <>
              <MinuteInput
                id="digest-at"
                label={t('digestAt')}
                value={digest.at}
                onChange={(at) => onChange({ digest: { ...digest, at } })}
              />
              <Words as="b">{t('digestTopics')}</Words>
              <CheckChips
                id="digest-topics"
                label={t('digestTopics')}
                values={digest.topics}
                onChange={(topics) => onChange({ digest: { ...digest, topics: [...topics] } })}
                choices={TOPICS.map((topic) => ({ value: topic, text: words(`topic.${topic}`) }))}
              />
            </>
          )}
        </Column>
      </Card>
    </>
  )
}
