/** What is due, day by day and taxpayer by taxpayer: each row leads to its deadline. */
import type { Day } from '../../../../functions/core/pure/time'
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Column, List, ListItem, Row as Line, Section, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import { groupsOf, type DayGroup, type Row, type Taxpayer } from '../model/rows'
import { useDueText, useLeft, useName } from './words'

interface Shared {
  readonly today: Day
  readonly taxpayers: readonly Taxpayer[]
  /** Of a guest. */
  readonly kind?: string | undefined
}

const Item = ({ row, kind, open }: Pick<Shared, 'kind'> & { readonly row: Row; readonly open: boolean }) => {
  const t = useText(texts)
  const whose = {
    ...(row.taxpayerId === null ? {} : { taxpayer: row.taxpayerId }),
    ...(kind === undefined ? {} : { kind }),
  }
  return (
    <ListItem
      id={`due-${row.id}-${row.taxpayerId ?? 'self'}`}
      title={row.name}
      note={row.periodName}
      trail={row.filedAt !== null && open ? <Tag tone="ok">{t('filed')}</Tag> : undefined}
      onPress={() => void go(routes.deadline(row.id, whose))}
    />
  )
}

const Group = ({ group, today, taxpayers, kind }: Shared & { readonly group: DayGroup }) => {
  const t = useText(texts)
  const left = useLeft()
  const dueText = useDueText()
  const nameOf = useName()
  const [first] = group.rows
  if (!first) return null
  const open = group.rows.some(({ filedAt }) => filedAt === null)
  const { text, tone } = left(first, today)
  const several = taxpayers.length > 1
  const owners = taxpayers.filter(({ taxpayerId }) => group.rows.some((row) => row.taxpayerId === taxpayerId))
  return (
    <Column id={`day-${group.day}`} gap={8}>
      <Line>
        <Words as="b" level={2}>
          {dueText(first)}
        </Words>
        {open ? <Tag tone={tone}>{text}</Tag> : <Tag tone="ok">{t('filed')}</Tag>}
      </Line>
      {(several ? owners : [undefined]).map((owner) => (
        <Column key={owner?.taxpayerId ?? 'self'} gap={4}>
          {owner && <Section>{nameOf(owner)}</Section>}
          <List>
            {group.rows
              .filter((row) => owner === undefined || row.taxpayerId === owner.taxpayerId)
              .map((row) => (
                <Item key={row.id} row={row} kind={kind} open={open} />
              ))}
          </List>
        </Column>
      ))}
    </Column>
  )
}

export const DayList = ({ rows, ...shared }: Shared & { readonly rows: readonly Row[] }) => (
  <Column id="due" gap={16}>
    {groupsOf(rows).map((group) => (
      <Group key={group.day} group={group} {...shared} />
    ))}
  </Column>
)
