/** The way to the hall: WeChat's own map, or a map link on the web. */
import Taro from '@tarojs/taro'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { Button } from '../../../ui'
import type { Hall } from '../model/answers'
import { toGcj02 } from '../model/gcj02'
import { mapLink } from '../model/halls'

interface Place {
  readonly name: string
  readonly address: string
  readonly position: Hall['position']
}

export const Navigate = ({ place }: { readonly place: Place }) => {
  const t = useText(texts)
  if (process.env.TARO_ENV === 'weapp') {
    const { latitude, longitude } = toGcj02({
      latitude: place.position.latitude / 1e6,
      longitude: place.position.longitude / 1e6,
    })
    return (
      <Button
        id="navigate"
        kind="ghost"
        icon="place"
        onPress={() =>
          void Taro.openLocation({ latitude, longitude, name: place.name, address: place.address, scale: 16 })
        }
      >
        {t('ticket.navigate')}
      </Button>
    )
  }
  return (
    <a
      id="navigate"
      className="sb-btn ghost sb-link"
      href={mapLink(place)}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('ticket.mapLink')}
    >
      {t('ticket.map')}
    </a>
  )
}

/** Calls the hall; a number that cannot be dialled stays to be read. */
export const CallHall = ({ phone }: { readonly phone: string }) => {
  const t = useText(texts)
  const call = (): void => {
    Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
  }
  return (
    <Button id="call" kind="text" icon="phone" onPress={call}>
      {t('hall.phone', { phone })}
    </Button>
  )
}
