/** How numbers are given at a hall: by phone or at the door, and what who has booked does. */
import { NEAR_METRES } from '../../../../functions/queue/rules/check-in'
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Button, Card, Column, Words } from '../../../ui'
import { texts } from '../messages'

export const How = ({ byPosition }: { readonly byPosition: boolean }) => {
  const t = useText(texts)
  return (
    <Card id="how">
      <Column gap={8}>
        <Words as="b" level={2}>
          {t('hall.how')}
        </Words>
        <Words>{byPosition ? t('hall.howPhone', { n: NEAR_METRES }) : t('hall.howDoor')}</Words>
        {byPosition && <Words as="s">{t('hall.howBooked')}</Words>}
        <Button id="my-bookings" kind="text" onPress={() => void go(routes.mine())}>
          {t('hall.myBookings')}
        </Button>
      </Column>
    </Card>
  )
}
