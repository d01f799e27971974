/** Rows of the editor (pools, prizes, industries): each opens to its items, may be removed, and another may be added. */
import { useState } from 'react'
import { Picker, View } from '@tarojs/components'
import { say } from '../../../../../functions/core/pure/text'
import { useLanguage, useText } from '../../../../messages'
import { Button, classes, Icon, named, press, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { ListItem, ListRow } from '../../model/items'
import { withoutRow, withRow } from '../../model/tree'
import { idOf, useEditing } from './editing'
import { Items } from './items'
import { Told } from './told'

const within = (path: string | undefined, row: string): boolean =>
  path !== undefined && path.startsWith(`${row}.`)

const RowCard = ({
  row,
  open,
  removable,
  onFold,
}: {
  readonly row: ListRow
  readonly open: boolean
  readonly removable: boolean
  readonly onFold: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const { draft, problems, replace } = useEditing()
  const wrong = problems.filter(({ path }) => within(path, row.path)).length
  const title = say(row.title, language) || t('edit.unnamed')
  return (
    <View className="lo-row">
      <View
        {...named(`${idOf(row.path)}-fold`)}
        className="lo-row-head"
        {...press({ label: t('edit.rowLabel', { title }), onPress: onFold })}
        aria-expanded={open ? 'true' : 'false'}
      >
        <View className="grow">
          <Words as="b">{title}</Words>
          {wrong > 0 && <Words as="s danger">{t('edit.wrong', { n: wrong })}</Words>}
        </View>
        <View className={classes('lo-fold', open && 'open')}>
          <Icon name="down" size="small" />
        </View>
      </View>
      {open && (
        <View className="sb-col g16">
          <Items items={row.items} />
          {removable && (
            <Button
              id={`${idOf(row.path)}-remove`}
              kind="text"
              icon="trash"
              label={t('edit.removeRow', { title })}
              onPress={() => replace(withoutRow(draft, row.path))}
            >
              {t('edit.remove')}
            </Button>
          )}
        </View>
      )}
    </View>
  )
}

const Add = ({ item, onAdded }: { readonly item: ListItem; readonly onAdded: (path: string) => void }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { draft, replace } = useEditing()
  const { starts, path, rows } = item
  const [only] = starts
  const add = (start: (typeof starts)[number] | undefined): void => {
    if (!start) return
    replace(withRow(draft, path, start.row))
    onAdded(`${path}.${rows.length}`)
  }
  if (!only) return null
  if (starts.length === 1)
    return (
      <Button id={`${idOf(path)}-add`} kind="ghost" icon="plus" onPress={() => add(only)}>
        {say(only.label, language)}
      </Button>
    )
  return (
    <Picker
      mode="selector"
      range={starts.map(({ label }) => say(label, language))}
      value={0}
      onChange={(event) => add(starts[Number(event.detail.value)])}
    >
      <View
        {...named(`${idOf(path)}-add`)}
        className="sb-btn ghost"
        {...press({ label: t('edit.addTo', { label: say(item.label, language) }) })}
      >
        <Icon name="plus" size="small" />
        {t('edit.add')}
      </View>
    </Picker>
  )
}

export const ListControl = ({ item }: { readonly item: ListItem }) => {
  const language = useLanguage()
  const { reach } = useEditing()
  const [folded, setFolded] = useState<Readonly<Record<string, boolean>>>({})
  const { path, rows, least, label, hint } = item
  const isOpen = (row: ListRow): boolean => folded[row.path] ?? (rows.length === 1 || within(reach, row.path))
  return (
    <View {...named(idOf(path))} className="sb-col g12">
      <Words as="b" level={3}>
        {say(label, language)}
      </Words>
      <Told path={path} hint={hint} />
      {rows.map((row) => (
        <RowCard
          key={row.path}
          row={row}
          open={isOpen(row)}
          removable={rows.length > least}
          onFold={() => setFolded({ ...folded, [row.path]: !isOpen(row) })}
        />
      ))}
      <Add item={item} onAdded={(added) => setFolded({ ...folded, [added]: true })} />
    </View>
  )
}
