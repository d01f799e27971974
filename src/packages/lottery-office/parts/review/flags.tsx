/** Patterns of a day, each with its reason, what it stands on, and the invoices that it names. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Day } from '../../../../../functions/core/pure/time'
import { useText } from '../../../../messages'
import { texts as cases } from '../../../../messages/cases'
import { Await, Button, Card, Column, Empty, Row, role, Tag, Words } from '../../../../ui'
import { numberText } from '../../../../ui/numbers'
import { texts } from '../../messages'
import type { Flag, Flags, Reviewed } from '../../model/answers'
import { useFlags } from '../queries'
import { EntryRow } from './entry-row'
import { DecideSheet, type Decided } from './decide-sheet'

const FlagCard = ({
  flag,
  entries,
  place,
  onDecide,
}: {
  readonly flag: Flag
  readonly entries: ReadonlyMap<string, Reviewed>
  readonly place: number
  readonly onDecide: (entry: Reviewed) => void
}) => {
  const t = useText(texts)
  const ofCases = useText(cases)
  return (
    <Card id={`flag-${place}`}>
      <Column gap={12}>
        <Row top gap={8}>
          <Words as="b" level={2}>
            {t(flagKey(flag.code))}
          </Words>
          {flag.unconfirmed && <Tag tone="warn">{t('unconfirmed')}</Tag>}
        </Row>
        <Words>{flag.reason}</Words>
        <Words as="s">{ofCases('basis', { basis: flag.basis })}</Words>
        <View {...role('list')} aria-label={t('review.entries')}>
          {flag.entries.map((id) => {
            const entry = entries.get(id)
            return entry && <EntryRow key={id} id={`${place}-${id}`} entry={entry} onDecide={onDecide} />
          })}
        </View>
      </Column>
    </Card>
  )
}

const KNOWN = ['split', 'inARow', 'roundSum', 'burst', 'manyShops'] as const
/** A pattern of a later version has its reason still. */
const flagKey = (code: string): `flag.${(typeof KNOWN)[number] | 'other'}` => {
  const known = KNOWN.find((one) => one === code)
  return known ? `flag.${known}` : 'flag.other'
}

const Found = ({ of, onDecide }: { readonly of: Flags; readonly onDecide: (entry: Reviewed) => void }) => {
  const t = useText(texts)
  const entries = new Map(of.entries.map((entry) => [entry.id, entry]))
  return (
    <>
      <Words id="looked" as="s num" live>
        {t('review.looked', { n: of.looked, flags: of.flags.length })}
      </Words>
      {of.flags.length === 0 && (
        <Empty icon="check" title={t('review.none')}>
          {t('review.noneWay', { n: numberText(of.looked) })}
        </Empty>
      )}
      {of.flags.map((flag, place) => (
        <FlagCard
          key={`${flag.code}${flag.entries.join()}`}
          flag={flag}
          entries={entries}
          place={place}
          onDecide={onDecide}
        />
      ))}
    </>
  )
}

export const FlagList = ({
  campaign,
  day,
  onDone,
}: {
  readonly campaign: string
  readonly day: Day
  readonly onDone: (what: Decided) => void
}) => {
  const t = useText(texts)
  const [begin, setBegin] = useState<number>()
  const flags = useFlags(campaign, day, begin)
  const [deciding, setDeciding] = useState<Reviewed>()
  return (
    <>
      <Await query={flags}>
        {(of) => (
          <>
            <Found of={of} onDecide={setDeciding} />
            {of.next !== null && (
              <Button id="look-on" kind="ghost" block onPress={() => setBegin(of.next ?? undefined)}>
                {t('review.lookOn')}
              </Button>
            )}
          </>
        )}
      </Await>
      {deciding && (
        <DecideSheet
          entry={deciding}
          onClose={() => setDeciding(undefined)}
          onDone={(what) => {
            setDeciding(undefined)
            onDone(what)
            void flags.refetch()
          }}
        />
      )}
    </>
  )
}
