/** A desk's page: for who holds its duty at some hall, at the hall where they are. */
import { useState, type ReactNode } from 'react'
import { useRouter } from '@tarojs/taro'
import type { Duty } from '../../../../functions/core/pure/duties'
import { hallToShow, useHallsOnDuty, type OfficeHall } from '../../../client/halls-on-duty'
import { useMe } from '../../../client/use-me'
import { useText } from '../../../messages'
import { Await, Card, Column, Empty, Screen, SignedOut, Words } from '../../../ui'
import { HallChoice } from '../../../ui/hall-choice'
import { texts } from '../messages'
import { hallsWith } from '../model/desk'
import { readHallId } from '../model/params'

const AtHall = ({
  halls,
  lead,
  children,
}: {
  readonly halls: readonly OfficeHall[]
  readonly lead: string
  readonly children: (hallId: string) => ReactNode
}) => {
  const t = useText(texts)
  const [wanted, setWanted] = useState(readHallId(useRouter().params))
  const hall = hallToShow(halls, wanted)
  if (!hall)
    return (
      <Empty icon="desk" title={t('desk.noHall')}>
        {t('desk.noHallWay')}
      </Empty>
    )
  return (
    <>
      <Card>
        <Column gap={8}>
          <Words as="s">{t('desk.hall')}</Words>
          <HallChoice label={t('desk.hall')} halls={halls} hall={hall} onHall={setWanted} />
          <Words as="s">{lead}</Words>
        </Column>
      </Card>
      {children(hall.id)}
    </>
  )
}

export const DeskFrame = ({
  id,
  title,
  lead,
  duty,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly duty: Duty
  readonly children: (hallId: string) => ReactNode
}) => {
  const t = useText(texts)
  const me = useMe()
  const halls = useHallsOnDuty()
  return (
    <Screen id={id} title={title}>
      {me.signedOut ? (
        <SignedOut title={t('desk.signIn')} />
      ) : (
        <Await query={me}>
          {(who) => (
            <Await query={halls}>
              {({ halls: all }) => (
                <AtHall halls={hallsWith(who, duty, all)} lead={lead}>
                  {children}
                </AtHall>
              )}
            </Await>
          )}
        </Await>
      )}
    </Screen>
  )
}
