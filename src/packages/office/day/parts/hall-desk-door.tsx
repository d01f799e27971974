/** The way to the hall's day itself: the windows that call, and the door where numbers are given. */
import { go, routes } from '../../../../client/routes'
import { useText } from '../../../../messages'
import { Button, Card, Column, Words } from '../../../../ui'
import { texts } from '../../messages'

export const HallDeskDoor = ({ hallId }: { readonly hallId: string }) => {
  const t = useText(texts)
  return (
    <Card className="no-print">
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('calling.title')}
        </Words>
        <Words as="s">{t('calling.lead')}</Words>
        <Button id="open-hall-desk" kind="ghost" icon="desk" onPress={() => void go(routes.hallDesk(hallId))}>
          {t('calling.desk')}
        </Button>
        <Button id="open-hall-door" kind="ghost" icon="qr" onPress={() => void go(routes.hallDoor(hallId))}>
          {t('calling.door')}
        </Button>
      </Column>
    </Card>
  )
}
