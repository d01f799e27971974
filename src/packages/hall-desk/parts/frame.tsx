/** The frame of the hall's pages: for who serves a hall, at the hall where they are, with the way to its other pages. */
import { useState, type ReactNode } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { hallToShow, useHallsOnDuty, type OfficeHall } from '../../../client/halls-on-duty'
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Button, Card, Screen, type IconName } from '../../../ui'
import { HallChoice } from '../../../ui/hall-choice'
import { OfOffice } from '../../../ui/of-office'
import { texts } from '../messages'
import { readHallId } from '../model/params'
import '../hall-desk.css'

export type HallPage = 'desk' | 'door' | 'wall' | 'ratings'

const PAGES: readonly {
  readonly page: HallPage
  readonly icon: IconName
  readonly to: (id: string) => string
}[] = [
  { page: 'desk', icon: 'desk', to: routes.hallDesk },
  { page: 'door', icon: 'qr', to: routes.hallDoor },
  { page: 'wall', icon: 'sound', to: routes.hallDisplay },
  { page: 'ratings', icon: 'chart', to: routes.hallRatings },
]

const Bar = ({
  page,
  halls,
  hall,
  onHall,
}: {
  readonly page: HallPage
  readonly halls: readonly OfficeHall[]
  readonly hall: OfficeHall
  readonly onHall: (id: string) => void
}) => {
  const t = useText(texts)
  return (
    <Card className="hd-bar">
      <View className="hd-bar-hall">
        <HallChoice label={t('hall')} halls={halls} hall={hall} onHall={onHall} />
      </View>
      <View className="hd-bar-pages">
        {PAGES.filter((one) => one.page !== page).map((one) => (
          <Button
            key={one.page}
            id={`to-${one.page}`}
            kind="text"
            icon={one.icon}
            onPress={() => void go(one.to(hall.id))}
          >
            {t(`page.${one.page}`)}
          </Button>
        ))}
      </View>
    </Card>
  )
}

export const HallFrame = ({
  page,
  children,
}: {
  readonly page: Exclude<HallPage, 'wall'>
  readonly children: (hall: OfficeHall) => ReactNode
}) => {
  const t = useText(texts)
  const [hallId, setHallId] = useState(readHallId(useRouter().params))
  return (
    <Screen id={`hall-${page}`} title={t(`page.${page}`)} wide>
      <OfOffice office={useHallsOnDuty()} none={{ title: t('noHall'), way: t('noHallWay') }}>
        {(halls) => {
          const hall = hallToShow(halls, hallId)
          return hall === undefined ? (
            <></>
          ) : (
            <>
              <Bar page={page} halls={halls} hall={hall} onHall={setHallId} />
              {children(hall)}
            </>
          )
        }}
      </OfOffice>
    </Screen>
  )
}
