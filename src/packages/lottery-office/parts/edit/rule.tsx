/** A rule of a campaign: there or not, its figure, and what it stands on, folded away. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { say } from '../../../../../functions/core/pure/text'
import { useLanguage, useText } from '../../../../messages'
import { classes, Icon, named, press, Toggle, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { RuleItem } from '../../model/items'
import { textAt, valueAt } from '../../model/tree'
import { idOf, useEditing } from './editing'
import { Items } from './items'
import { Told } from './told'

const Source = ({ item }: { readonly item: RuleItem }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { draft, reach, problems } = useEditing()
  const paths = item.source.map(({ path }) => path)
  const asked =
    (reach !== undefined && paths.includes(reach)) || problems.some(({ path }) => paths.includes(path))
  const [opened, setOpened] = useState(false)
  const open = opened || asked
  const basis = textAt(draft, `${item.path}.basis.${language === 'en' ? 'en' : 'zh'}`)
  const unconfirmed = valueAt(draft, `${item.path}.unconfirmed`) === true
  return (
    <View className="lo-source">
      <View
        {...named(`${idOf(item.path)}-source`)}
        className="lo-row-head"
        {...press({
          label: t('edit.sourceOf', { label: say(item.label, language) }),
          onPress: () => setOpened(!open),
        })}
        aria-expanded={open ? 'true' : 'false'}
      >
        <View className="grow">
          <Words as="s">{t(unconfirmed ? 'edit.basisOpen' : 'edit.basis', { basis })}</Words>
        </View>
        <View className={classes('lo-fold', open && 'open')}>
          <Icon name="down" size="small" />
        </View>
      </View>
      {open && (
        <View className="sb-col g16">
          <Items items={item.source} />
        </View>
      )}
    </View>
  )
}

/** One value alone has the rule’s own name. */
const isBare = ({ items: [only, more], label }: RuleItem): boolean =>
  only !== undefined && more === undefined && only.label.en === label.en

export const RuleControl = ({ item }: { readonly item: RuleItem }) => {
  const language = useLanguage()
  const { set } = useEditing()
  const label = say(item.label, language)
  const { on, path, start, items, hint } = item
  return (
    <View {...named(idOf(path))} className="lo-rule sb-col g12">
      <View className="sb-field-label agreed">
        <View className="sb-b grow">{label}</View>
        {start !== undefined && (
          <Toggle
            id={`${idOf(path)}-on`}
            label={label}
            on={on}
            onChange={(next) => set(path, next ? start : null)}
          />
        )}
      </View>
      <Told path={path} hint={hint} />
      {on && <Items items={items} bare={isBare(item)} />}
      {on && <Source item={item} />}
    </View>
  )
}
