/** Items of the editor, each by its kind. */
import { say } from '../../../../../functions/core/pure/text'
import { useLanguage } from '../../../../messages'
import { Column, Words } from '../../../../ui'
import type { Item, NoteItem } from '../../model/items'
import { idOf } from './editing'
import { CodesControl, FieldControl, ManyControl, PickControl, TimeControl, ToggleControl } from './inputs'
import { ListControl } from './rows'
import { RuleControl } from './rule'
import { Told } from './told'

const Note = ({ item }: { readonly item: NoteItem }) => {
  const language = useLanguage()
  return (
    <Column id={idOf(item.path)} gap={4}>
      <Words as="b" level={3}>
        {say(item.label, language)}
      </Words>
      <Told path={item.path} hint={item.hint} />
    </Column>
  )
}

const One = ({ item, bare }: { readonly item: Item; readonly bare: boolean }) => {
  switch (item.kind) {
    case 'field':
      return <FieldControl item={item} bare={bare} />
    case 'time':
      return <TimeControl item={item} bare={bare} />
    case 'codes':
      return <CodesControl item={item} bare={bare} />
    case 'pick':
      return <PickControl item={item} bare={bare} />
    case 'many':
      return <ManyControl item={item} bare={bare} />
    case 'toggle':
      return <ToggleControl item={item} />
    case 'rule':
      return <RuleControl item={item} />
    case 'list':
      return <ListControl item={item} />
    case 'note':
      return <Note item={item} />
  }
}

export const Items = ({
  items,
  bare = false,
}: {
  readonly items: readonly Item[]
  readonly bare?: boolean
}) => (
  <>
    {items.map((item) => (
      <One key={item.path} item={item} bare={bare} />
    ))}
  </>
)
