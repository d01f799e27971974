/** What was left out for a reason: by whom, and when, as the audit has it. */
import { useState } from 'react'
import { say } from '../../../../../functions/core/pure/text'
import {
  EXCLUSION_CODES,
  exclusions,
  type ExclusionCode,
} from '../../../../../functions/lottery/data/exclusions'
import { useLanguage, useText } from '../../../../messages'
import { momentText } from '../../../../messages/dates'
import { Card, classes, Empty, named, PagedList, press, role, Words } from '../../../../ui'
import { View } from '@tarojs/components'
import { texts } from '../../messages'
import type { Excluded, Reviewed } from '../../model/answers'
import { useExcluded } from '../queries'
import { DecideSheet, type Decided } from './decide-sheet'
import { EntryRow } from './entry-row'

const By = ({ of }: { readonly of: Excluded }) => {
  const t = useText(texts)
  const language = useLanguage()
  if (of.excludedAt === null) return <Words as="s">{t('excluded.unknown')}</Words>
  const time = momentText(of.excludedAt, language)
  return (
    <Words as="s num">
      {of.mine ? t('excluded.mine', { time }) : t('excluded.by', { time, mark: of.by ?? '' })}
    </Words>
  )
}

/** Reasons are sentences: one below the other. */
const Reason = ({
  reason,
  onReason,
}: {
  readonly reason: ExclusionCode
  readonly onReason: (reason: ExclusionCode) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <View className="lo-chips" {...role('radiogroup')} aria-label={t('decide.reason')}>
      {EXCLUSION_CODES.map((code) => (
        <View
          key={code}
          {...named(`filter-${code}`)}
          className={classes('lo-chip', code === reason && 'on')}
          {...press({
            role: 'radio',
            chosen: code === reason,
            label: say(exclusions[code].rule, language),
            onPress: () => onReason(code),
          })}
        >
          {say(exclusions[code].rule, language)}
        </View>
      ))}
    </View>
  )
}

export const ExcludedList = ({
  campaign,
  onDone,
}: {
  readonly campaign: string
  readonly onDone: (what: Decided) => void
}) => {
  const t = useText(texts)
  const [reason, setReason] = useState<ExclusionCode>(EXCLUSION_CODES[0])
  const excluded = useExcluded(campaign, reason)
  const [deciding, setDeciding] = useState<Reviewed>()
  return (
    <>
      <Reason reason={reason} onReason={setReason} />
      <PagedList
        id="excluded"
        label={t('review.view.excluded')}
        pages={excluded}
        idOf={({ id }) => id}
        empty={
          <Empty icon="check" title={t('excluded.none')}>
            {t('excluded.noneWay')}
          </Empty>
        }
      >
        {(entry) => (
          <Card>
            <EntryRow id={entry.id} entry={entry} onDecide={setDeciding}>
              <By of={entry} />
            </EntryRow>
          </Card>
        )}
      </PagedList>
      {deciding && (
        <DecideSheet
          entry={deciding}
          onClose={() => setDeciding(undefined)}
          onDone={(what) => {
            setDeciding(undefined)
            onDone(what)
            void excluded.first.refetch()
          }}
        />
      )}
    </>
  )
}
