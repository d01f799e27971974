/** Which matters the window serves, of those that it can. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { Button, Sheet, Words } from '../../../../ui'
import { CheckRow } from '../../../../ui/check'
import { texts } from '../../messages'
import type { Desk, DeskWindow } from '../../model/answers'

export const MattersSheet = ({
  window,
  matters,
  busy,
  onYes,
  onClose,
}: {
  readonly window: DeskWindow
  readonly matters: Desk['matters']
  readonly busy: boolean
  readonly onYes: (matters: string[]) => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const [chosen, setChosen] = useState<readonly string[]>(window.matters)
  const [tried, setTried] = useState(false)
  const able = matters.filter(({ matter }) => window.able.includes(matter))
  const toggle = (matter: string) => (on: boolean) =>
    setChosen((before) => (on ? [...before, matter] : before.filter((one) => one !== matter)))
  const all = chosen.length === able.length
  const save = (): void => {
    setTried(true)
    // In the order of the hall's catalogue, so that the same choice is the same wish.
    if (chosen.length > 0) onYes(window.able.filter((matter) => chosen.includes(matter)))
  }
  return (
    <Sheet id="matters-sheet" open title={t('matters.title', { window: window.window })} onClose={onClose}>
      <Words as="s">{t('matters.lead')}</Words>
      <Button
        id="matters-all"
        kind="text"
        onPress={() => setChosen(all ? [] : able.map(({ matter }) => matter))}
      >
        {t(all ? 'matters.none' : 'matters.all')}
      </Button>
      <View className="sb-col g8">
        {able.map(({ matter, name, waiting }) => (
          <CheckRow
            key={matter}
            id={`serve-${matter}`}
            label={name}
            on={chosen.includes(matter)}
            onChange={toggle(matter)}
          >
            <Words>{name}</Words>
            <Words as="s">{t('waitingN', { n: waiting })}</Words>
          </CheckRow>
        ))}
      </View>
      {tried && chosen.length === 0 && (
        <Words id="matters-problem" as="danger" live>
          {t('matters.problem')}
        </Words>
      )}
      <View className="sb-pair hd-stick">
        <Button id="matters-no" kind="ghost" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button id="matters-yes" loading={busy} onPress={save}>
          {t(window.state === 'open' && window.mine ? 'matters.save' : 'matters.open')}
        </Button>
      </View>
    </Sheet>
  )
}
