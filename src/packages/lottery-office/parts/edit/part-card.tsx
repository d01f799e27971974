/** One part of the editor: its name with what is wrong in it, and its items while it is open. */
import { View } from '@tarojs/components'
import { say } from '../../../../../functions/core/pure/text'
import { useLanguage, useText } from '../../../../messages'
import { Button, classes, Icon, named, press, role, Tag, Words } from '../../../../ui'
import { texts } from '../../messages'
import { flat, type Part } from '../../model/items'
import { newDraw } from '../../model/parts-plan'
import { withoutRow, withRow } from '../../model/tree'
import { useEditing } from './editing'
import { Items } from './items'

const Foot = ({ part }: { readonly part: Part }) => {
  const t = useText(texts)
  const { draft, replace } = useEditing()
  const { removable, key } = part
  if (key === 'draws')
    return (
      <View className="sb-col g8">
        {(['periodic', 'instant'] as const).map((kind) => (
          <Button
            key={kind}
            id={`add-${kind}`}
            kind="ghost"
            icon="plus"
            onPress={() => replace(withRow(draft, 'draws', newDraw(draft, kind)))}
          >
            {t(`edit.drawNew.${kind}`)}
          </Button>
        ))}
      </View>
    )
  if (removable === undefined) return null
  return (
    <Button
      id={`${key}-remove`}
      kind="text"
      icon="trash"
      onPress={() => replace(withoutRow(draft, removable))}
    >
      {t('edit.drawRemove')}
    </Button>
  )
}

export const PartCard = ({
  part,
  open,
  onFold,
}: {
  readonly part: Part
  readonly open: boolean
  readonly onFold: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const { problems } = useEditing()
  const title = say(part.title, language)
  const paths = new Set(flat(part.items).map(({ path }) => path))
  const wrong = problems.filter(({ path }) => paths.has(path)).length
  return (
    <View className="sb-card flush">
      <View
        {...named(`part-${part.key}`)}
        className="lo-part-head"
        {...press({ label: title, onPress: onFold })}
        aria-expanded={open ? 'true' : 'false'}
      >
        <View className="grow">
          <Words as="b">{title}</Words>
        </View>
        {wrong > 0 ? (
          <Tag tone="danger">{t('edit.wrong', { n: wrong })}</Tag>
        ) : (
          <Icon name="check" size="small" label={t('edit.right')} />
        )}
        <View className={classes('lo-fold', open && 'open')}>
          <Icon name="down" size="small" />
        </View>
      </View>
      {open && (
        <View className="lo-part sb-col g16" {...role('group')} aria-label={title}>
          <Items items={part.items} />
          <Foot part={part} />
        </View>
      )}
    </View>
  )
}
