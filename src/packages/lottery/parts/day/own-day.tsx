/** The instant draw of an entry of mine: its way, what it came to, and its verification. */
import { go, routes } from '../../../../client/routes'
import { useText } from '../../../../messages'
import { Button, Row, Tag, Words } from '../../../../ui'
import { Timeline, type TimelineItem } from '../../../../ui/timeline'
import { texts } from '../../messages'
import type { CampaignFull, DrawRow, EntryRow } from '../../model/answers'
import { useNames } from '../names'
import { useRules } from '../queries'
import { useDayState } from './day-item'
import { VerifyInstant } from './verify-instant'

type Told = NonNullable<EntryRow['instant']>

/** What it came to, in one sentence that says no more than that. */
export const useInstantText = () => {
  const t = useText(texts)
  return ({ tier, tierName, spent }: Told): string => {
    if (tier !== null) return t('instant.won', { name: tierName ?? t('unnamed.tier') })
    return t(spent ? 'instant.spent' : 'instant.not')
  }
}

const useItems = (it: EntryRow, told: Told, row: DrawRow): readonly TimelineItem[] => {
  const t = useText(texts)
  const instantText = useInstantText()
  const over = row.state === 'published'
  return [
    {
      key: 'opened',
      state: 'done',
      title: t('step.opened'),
      who: t('who.office'),
      ...(row.openedAt !== null && { at: row.openedAt }),
    },
    {
      key: 'atOnce',
      state: 'done',
      title: t('step.atOnce'),
      who: t('who.you'),
      at: it.at,
      note: instantText(told),
    },
    {
      key: 'shown',
      state: over ? 'done' : 'now',
      title: t('step.shown'),
      who: t('who.office'),
      at: over ? row.frozenAt : row.to,
    },
  ]
}

export const OwnDay = ({
  it,
  told,
  row,
  campaign,
}: {
  readonly it: EntryRow
  readonly told: Told
  readonly row: DrawRow
  readonly campaign: CampaignFull | undefined
}) => {
  const t = useText(texts)
  const rules = useRules(campaign?.rules)
  const names = useNames(rules)
  const { tag, tone } = useDayState(row)
  return (
    <>
      <Row gap={8}>
        <Words as="h" level={2}>
          {names.draw(row.draw)}
        </Words>
        <Tag tone={tone}>{tag}</Tag>
      </Row>
      <Timeline id={`way-${row.draw}`} items={useItems(it, told, row)} />
      <Button id={`open-${row.draw}`} kind="ghost" block onPress={() => void go(routes.draw(row.id))}>
        {t('entry.openDay')}
      </Button>
      {campaign && row.files.length > 0 && (
        <VerifyInstant entry={it} told={told} draw={row} campaign={campaign} rules={rules} />
      )}
    </>
  )
}
