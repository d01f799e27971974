/** A campaign to be read through: every part of it, folded, each figure by its name. */
import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { say } from '../../../../functions/core/pure/text'
import { useLanguage, useText } from '../../../messages'
import { classes, Icon, named, press, role, Words } from '../../../ui'
import { texts } from '../messages'
import { readDraft } from '../model/draft'
import { factsOf, type Fact } from '../model/facts'
import type { Part } from '../model/items'
import { partsOf } from '../model/parts'
import type { Draft } from '../model/tree'

const One = ({ fact }: { readonly fact: Fact }) => {
  const depth = `lo-fact deep-${Math.min(fact.depth, 3)}`
  if (fact.value === undefined)
    return (
      <View className={depth} {...role('listitem')}>
        <Words as="b">{fact.label}</Words>
      </View>
    )
  return (
    <View className={depth} {...role('listitem')}>
      <Words as="s">{fact.label}</Words>
      <Words as="num">{fact.value}</Words>
    </View>
  )
}

const PartFacts = ({ part, draft }: { readonly part: Part; readonly draft: Draft }) => {
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const title = say(part.title, language)
  return (
    <View className="lo-facts">
      <View
        {...named(`facts-${part.key}`)}
        className="lo-part-head"
        {...press({ label: title, onPress: () => setOpen(!open) })}
        aria-expanded={open ? 'true' : 'false'}
      >
        <View className="grow">
          <Words as="b">{title}</Words>
        </View>
        <View className={classes('lo-fold', open && 'open')}>
          <Icon name="down" size="small" />
        </View>
      </View>
      {open && (
        <View className="lo-part" {...role('list')} aria-label={title}>
          {factsOf(draft, part.items, language).map((fact) => (
            <One key={fact.key} fact={fact} />
          ))}
        </View>
      )}
    </View>
  )
}

export const FactsCards = ({ rules }: { readonly rules: string }) => {
  const t = useText(texts)
  const draft = useMemo(() => readDraft(rules) ?? {}, [rules])
  const parts = useMemo(() => partsOf(draft), [draft])
  return (
    <View {...named('facts')} className="sb-card flush" {...role('group')} aria-label={t('campaign.rules')}>
      {parts
        .filter(({ key }) => key !== 'draws')
        .map((part) => (
          <PartFacts key={part.key} part={part} draft={draft} />
        ))}
    </View>
  )
}

/** A long hexadecimal number, to be compared. */
export const Hash = ({
  id,
  label,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly children: string
}) => (
  <View className="sb-col g4">
    <Words as="s">{label}</Words>
    <View {...named(id)} className="lo-hash">
      {children}
    </View>
  </View>
)
