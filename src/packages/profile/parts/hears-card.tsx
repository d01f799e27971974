/** What I want to hear about, and one switch to hear of no policy at all, which holds as soon as it is touched. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { INTERESTS, type Interest } from '../../../../functions/core/pure/tags'
import { say } from '../../../../functions/core/pure/text'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useLanguage, useText } from '../../../messages'
import { Button, Card, Column, Toggle, Words } from '../../../ui'
import { CheckChips } from '../../../ui/chips'
import '../../../ui/form-fields.css'
import { texts } from '../messages'
import type { Mine } from '../model/traits'
import { Told } from './told'

type Following = Pick<Mine, 'interests' | 'hears'>

const ALL = Object.keys(INTERESTS) as readonly Interest[]

const sameTopics = (a: readonly Interest[], b: readonly Interest[]): boolean =>
  [...a].sort().join() === [...b].sort().join()

export const HearsCard = ({
  mine: { interests, hears },
  onSaved,
}: {
  readonly mine: Following
  readonly onSaved: (saved: Following) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const [edited, setEdited] = useState<readonly Interest[]>()
  const chosen = edited ?? interests
  const [said, setSaid] = useState<string>()
  const follow = useAction((input: { interests: Interest[]; hears: boolean }, key) =>
    api.profiles.follow(input, { key }),
  )
  const save = async (to: Following, told: (saved: Following) => string): Promise<void> => {
    setSaid(undefined)
    const saved = await follow.run({ ...to, interests: [...to.interests] })
    if (!saved) return
    setSaid(told(saved))
    onSaved(saved)
  }
  const names = (topics: readonly Interest[]): string =>
    topics.map((topic) => say(INTERESTS[topic], language)).join(t('card.and'))
  const saveTopics = (): Promise<void> =>
    save({ interests: [...chosen], hears }, (saved) => {
      setEdited(undefined)
      return saved.interests.length === 0
        ? t('hears.savedNone')
        : t('hears.saved', { topics: names(saved.interests) })
    })
  // The switch does not save topics that are being chosen.
  const toggle = (off: boolean): Promise<void> =>
    save({ interests: [...interests], hears: !off }, (saved) => t(saved.hears ? 'hears.isOn' : 'hears.isOff'))
  return (
    <Card id="hears">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('hears.title')}
        </Words>
        <View className="sb-field-label agreed">
          <View className="sb-col grow">
            <View>{t('hears.off')}</View>
            <Words as="s">{t('hears.offNote')}</Words>
          </View>
          <Toggle id="hears-off" label={t('hears.off')} on={!hears} onChange={(off) => void toggle(off)} />
        </View>
        {hears && (
          <>
            <Words as="b">{t('hears.topics')}</Words>
            <CheckChips
              id="topic"
              label={t('hears.topics')}
              choices={ALL.map((value) => ({ value, text: say(INTERESTS[value], language) }))}
              values={chosen}
              onChange={(next) => {
                setEdited(next)
                setSaid(undefined)
              }}
            />
            <Words as="s">{t('hears.topicsNote')}</Words>
          </>
        )}
        <Told id="hears" said={said} error={follow.error} />
        {hears && !sameTopics(chosen, interests) && (
          <Button id="hears-save" loading={follow.busy} onPress={() => void saveTopics()}>
            {t('hears.save')}
          </Button>
        )}
      </Column>
    </Card>
  )
}
