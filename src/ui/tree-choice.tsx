/** One or several of many in groups, such as industries: opened group by group, or found by typing. For sub-packages alone. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { say } from '../../functions/core/pure/text'
import { useLanguage, useText } from '../messages'
import { texts } from '../messages/traits'
import { Icon, Words } from './basics'
import { Button } from './button'
import { SearchBox } from './forms'
import { classes, named, press, role } from './press'
import { Sheet } from './sheet'
import { findIn, groupOf, type TreeGroup, type TreeItem } from './trait-groups'
import './chips.css'

/** Rows of one search before the words should be narrowed. */
const MOST_FOUND = 30

export interface TreeChoiceProps {
  readonly id: string
  readonly of: 'industry' | 'region'
  readonly groups: readonly TreeGroup[]
  readonly chosen: readonly string[]
  /** Several may be chosen: the sheet stays open. */
  readonly many?: boolean
  /** A group may be chosen as a whole; one that holds nothing else always may. */
  readonly whole: boolean
  readonly onChoose: (code: string, on: boolean) => void
  readonly onClose: () => void
}

type RowsProps = Omit<TreeChoiceProps, 'onClose'>

const Row = ({
  props: { id, many, chosen, onChoose },
  item,
  name,
  note,
  inside = false,
}: {
  readonly props: RowsProps
  readonly item: TreeItem
  readonly name: string
  readonly note?: string | undefined
  readonly inside?: boolean
}) => {
  const on = chosen.includes(item.code)
  return (
    <View
      {...named(`${id}-${item.code}`)}
      className={classes('sb-tree-row', inside && 'in', on && 'on')}
      {...press({
        role: many ? 'checkbox' : 'radio',
        chosen: on,
        label: note === undefined ? name : `${name} ${note}`,
        onPress: () => onChoose(item.code, !on),
      })}
    >
      <View className="grow">
        <View>{name}</View>
        {note !== undefined && <View className="sb-s">{note}</View>}
      </View>
      {on ? <Icon name="check" size="small" /> : <View className="sb-tree-end sb-s sb-num">{item.code}</View>}
    </View>
  )
}

const Group = ({
  props,
  group,
  open,
  onOpen,
}: {
  readonly props: RowsProps
  readonly group: TreeGroup
  readonly open: boolean
  readonly onOpen: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const name = say(group.name, language)
  if (group.items.length === 0) return <Row props={props} item={group} name={name} />
  return (
    <>
      <View
        {...named(`${props.id}-open-${group.code}`)}
        className="sb-tree-row"
        {...press({ label: name, onPress: onOpen })}
        aria-expanded={open ? 'true' : 'false'}
      >
        <View className="grow">{name}</View>
        <View className={classes('sb-tree-fold', open && 'open')}>
          <Icon name="down" size="small" />
        </View>
      </View>
      {open && props.whole && (
        <Row props={props} item={group} name={t(`${props.of}Whole`, { name })} inside />
      )}
      {open &&
        group.items.map((item) => (
          <Row key={item.code} props={props} item={item} name={say(item.name, language)} inside />
        ))}
    </>
  )
}

const FoundRows = ({ props, typed }: { readonly props: RowsProps; readonly typed: string }) => {
  const t = useText(texts)
  const language = useLanguage()
  const found = findIn(props.groups, typed).filter(({ holds }) => props.whole || !holds)
  if (found.length === 0)
    return (
      <View {...role('status')} aria-live="polite">
        <Words as="s">{t('none', { text: typed })}</Words>
      </View>
    )
  return (
    <>
      <View className="sb-tree-rows" {...role(props.many ? 'group' : 'radiogroup')} aria-label={t('search')}>
        {found.slice(0, MOST_FOUND).map(({ item, group }) => (
          <Row
            key={item.code}
            props={props}
            item={item}
            name={say(item.name, language)}
            note={group && say(group.name, language)}
          />
        ))}
      </View>
      {found.length > MOST_FOUND && <Words as="s">{t('more')}</Words>}
    </>
  )
}

/** @example {choosing && <TreeChoice id="industry" of="industry" groups={industryGroups} … />} */
export const TreeChoice = ({ onClose, ...props }: TreeChoiceProps) => {
  const t = useText(texts)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(() => groupOf(props.groups, props.chosen[0] ?? '')?.code ?? '')
  return (
    <Sheet id={`${props.id}-sheet`} open title={t(`${props.of}Title`)} onClose={onClose}>
      <Words as="s">{t(`${props.of}Note`)}</Words>
      <SearchBox id={`${props.id}-search`} value={typed} placeholder={t('search')} onInput={setTyped} />
      {typed.trim() === '' ? (
        <View className="sb-tree-rows" {...role('group')} aria-label={t('groups')}>
          {props.groups.map((group) => (
            <Group
              key={group.code}
              props={props}
              group={group}
              open={open === group.code}
              onOpen={() => setOpen(open === group.code ? '' : group.code)}
            />
          ))}
        </View>
      ) : (
        <FoundRows props={props} typed={typed} />
      )}
      <Button id={`${props.id}-done`} kind="ghost" onPress={onClose}>
        {t('done')}
      </Button>
    </Sheet>
  )
}
