/** What I wait for, beside my appointments: an offer first, with its time. Nothing while I wait for nothing. */
import { go, routes } from '../../../client/routes'
import { useNow } from '../../../client/use-now'
import { useWaitsNow, type Wait } from '../../../client/waits'
import type { Instant } from '../../../../functions/core/pure/time'
import { useLanguage, useText } from '../../../messages'
import { longDateText, rangeText } from '../../../messages/dates'
import { Button, Card, Column, Words } from '../../../ui'
import { texts } from '../messages'

const isOffered = ({ state, offerUntil }: Wait, now: Instant): boolean =>
  state === 'offered' && offerUntil !== undefined && offerUntil > now
const waits = ({ state }: Wait): boolean => state === 'waiting' || state === 'entered'

export const WaitsDoor = () => {
  const t = useText(texts)
  const language = useLanguage()
  const now = useNow()
  const items = useWaitsNow().data?.items ?? []
  const offer = items.find((it) => isOffered(it, now))
  const standing = items.filter((it) => waits(it) || isOffered(it, now))
  if (standing.length === 0) return null
  const time = offer && `${longDateText(offer.day, language)} ${rangeText(offer.start, offer.end)}`
  return (
    <Card id="waits" next={offer !== undefined}>
      <Column gap={8}>
        <Words as={offer ? 'h' : 's'}>
          {time === undefined ? t('wait.mineLead', { n: standing.length }) : t('wait.mineOffer', { time })}
        </Words>
        <Button
          id="see-waits"
          kind={offer ? 'primary' : 'ghost'}
          onPress={() => void go(offer ? routes.wait(offer.id) : routes.waits)}
        >
          {t('wait.mine')}
        </Button>
      </Column>
    </Card>
  )
}
