/** The next step of a wait that stands no more: its ticket, the line again, or another time. */
import type { Instant } from '../../../../functions/core/pure/time'
import { go, routes } from '../../../client/routes'
import type { Wait } from '../../../client/waits'
import { useText } from '../../../messages'
import { Button } from '../../../ui'
import { texts } from '../messages'
import { isStanding, mayJoinAgain, type Outlook } from '../model/outlook'

export const NextWays = ({
  it,
  outlook,
  now,
}: {
  readonly it: Wait
  readonly outlook: Outlook
  readonly now: Instant
}) => {
  const t = useText(texts)
  const { hallId, matter, day, start, appointmentId } = it
  if (isStanding(outlook)) return null
  if (outlook === 'booked' && appointmentId !== undefined)
    return (
      <Button id="to-ticket" onPress={() => void go(routes.ticket(appointmentId))}>
        {t('one.ticket')}
      </Button>
    )
  const again = mayJoinAgain(it, outlook, now)
  return (
    <>
      {again && (
        <Button id="again" onPress={() => void go(routes.joinLine({ hallId, matter, day, start }))}>
          {t('one.again')}
        </Button>
      )}
      <Button
        id="other-time"
        kind={again ? 'ghost' : 'primary'}
        onPress={() => void go(routes.slots({ hallId, matter }))}
      >
        {t('one.other')}
      </Button>
    </>
  )
}
