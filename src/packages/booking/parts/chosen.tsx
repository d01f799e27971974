/** What has been chosen so far, with the way to change it. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { Button, Column, Row, Words } from '../../../ui'

export const Chosen = ({
  id,
  title,
  note,
  change,
  onChange,
}: {
  readonly id: string
  readonly title: string
  readonly note: string
  /** What the button changes, said aloud. */
  readonly change: string
  readonly onChange: () => void
}) => {
  const t = useText(texts)
  return (
    <View className="sb-card">
      <Row top gap={8} stack>
        <Column gap={4} grow>
          <Words as="h">{title}</Words>
          <Words as="s">{note}</Words>
        </Column>
        <Button id={id} kind="text" label={change} onPress={onChange}>
          {t('change')}
        </Button>
      </Row>
    </View>
  )
}
