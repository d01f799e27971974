/** One matter to choose: how long it takes, what to bring, and whether the way to the hall can be saved. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { Button, Column, ListItem, Row, Tag, Words } from '../../../ui'
import type { Matter } from '../model/answers'
import { checklist } from '../model/matters'

const SHOWN = 3

/** A few words of what to bring. */
export const useBringText = () => {
  const t = useText(texts)
  return (matter: Pick<Matter, 'bring'>): string => {
    const names = checklist(matter).map(({ name }) => name)
    if (names.length === 0) return t('matter.bringNothing')
    const things = names.slice(0, SHOWN).join(t('and'))
    return t('matter.bring', {
      things: names.length > SHOWN ? t('matter.bringMore', { things, n: names.length }) : things,
    })
  }
}

export const MatterItem = ({
  matter,
  here,
  onChoose,
  onGuide,
}: {
  readonly matter: Matter
  /** The chosen hall handles it. */
  readonly here: boolean
  readonly onChoose: () => void
  /** What the guide says: who may ask, what for, how long. */
  readonly onGuide: () => void
}) => {
  const t = useText(texts)
  const bringText = useBringText()
  return (
    <View className="bk-matter">
      <ListItem
        id={`matter-${matter.code}`}
        title={
          <Row start wrap gap={8}>
            <Words as="b">{matter.name}</Words>
            {matter.online ? (
              <Tag tone="ok">{t('matter.online')}</Tag>
            ) : (
              !here && <Tag tone="quiet">{t('matter.notHere')}</Tag>
            )}
            {matter.preReview && <Tag tone="warn">{t('matter.preReview')}</Tag>}
          </Row>
        }
        note={
          <Column gap={4}>
            {matter.online
              ? matter.online.way
              : `${t('minutes', { n: matter.minutes })} · ${bringText(matter)}`}
          </Column>
        }
        onPress={onChoose}
      />
      <Button
        id={`guide-${matter.code}`}
        kind="text"
        label={t('matter.guide', { matter: matter.name })}
        onPress={onGuide}
      >
        {t('matter.guideShort')}
      </Button>
    </View>
  )
}
