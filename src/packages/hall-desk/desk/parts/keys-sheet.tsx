/** Which key does what, and whether any does. */
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { Button, Row, Sheet, Toggle, Words } from '../../../../ui'
import { texts } from '../../messages'

const ROWS = [
  { key: 'N', does: 'keys.next' },
  { key: '␣', does: 'keys.space' },
  { key: 'S', does: 'keys.serve' },
  { key: 'R', does: 'keys.recall' },
  { key: 'P', does: 'keys.pass' },
  { key: 'F', does: 'keys.finish' },
  { key: 'T', does: 'keys.transfer' },
  { key: '?', does: 'keys.list' },
] as const

export const KeysSheet = ({
  on,
  onChoose,
  onClose,
}: {
  readonly on: boolean
  readonly onChoose: (on: boolean) => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  return (
    <Sheet id="keys-sheet" open title={t('keys.title')} onClose={onClose}>
      <Row>
        <Words>{t('keys.on')}</Words>
        <Toggle id="keys-on" label={t('keys.on')} on={on} onChange={onChoose} />
      </Row>
      <View className="sb-col g8">
        {ROWS.map(({ key, does }) => (
          <View key={key} className="sb-row g12 start">
            <View className="hd-key shown">{key === '␣' ? t('keys.spaceName') : key}</View>
            <Words>{t(does)}</Words>
          </View>
        ))}
      </View>
      <Words as="s">{t('keys.note')}</Words>
      <Button id="keys-close" kind="ghost" onPress={onClose}>
        {t('close')}
      </Button>
    </Sheet>
  )
}
