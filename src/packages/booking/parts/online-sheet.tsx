/** What can be done online: the way there, instead of a booking that would be refused. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { Button, Column, ExternalLink, Note, Sheet, Words } from '../../../ui'
import type { Matter } from '../model/answers'

export const OnlineSheet = ({
  matter,
  onClose,
}: {
  readonly matter: Matter | undefined
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const online = matter?.online
  return (
    <Sheet
      id="online"
      open={matter !== undefined}
      title={matter ? t('matter.onlineTitle', { matter: matter.name }) : ''}
      onClose={onClose}
    >
      {online && (
        <Column gap={16}>
          <Words>{t('matter.onlineLead')}</Words>
          <Note tone="ok" icon="globe">
            <Words as="b">{online.way}</Words>
            <Words as="s">{online.url}</Words>
          </Note>
          <Words as="s">{t('matter.onlineHelp')}</Words>
          <View className="sb-pair">
            <Button id="online-other" kind="ghost" onPress={onClose}>
              {t('matter.other')}
            </Button>
            <ExternalLink id="online-go" url={online.url}>
              {t('matter.onlineGo')}
            </ExternalLink>
          </View>
        </Column>
      )}
    </Sheet>
  )
}
