/** The workbench of a window: call, serve, finish, by hand or by key; the hall's day at a glance; and the hall closed at once. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { Await, Empty, Skeleton } from '../../../ui'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { recallWindow, rememberWindow, windowToShow } from '../model/windows'
import { HallFrame } from '../parts/frame'
import { useDesk } from '../parts/queries'
import { AtWindow } from './parts/at-window'
import { ChooseWindow } from './parts/choose-window'
import { EmergencyCard, EmergencySheet } from './parts/emergency'
import { Glance } from './parts/glance'
import { Over, Stopped } from './parts/stopped'

const OfHall = ({ hallId }: { readonly hallId: string }) => {
  const t = useText(texts)
  const query = useDesk(hallId)
  const [chosen, setChosen] = useState(() => recallWindow(hallId))
  const [choosing, setChoosing] = useState(false)
  const [stopping, setStopping] = useState(false)
  const choose = (window: string): void => {
    setChosen(window)
    setChoosing(false)
    rememberWindow(hallId, window)
  }
  const again = (): void => void query.refetch()
  return (
    <Await query={query} skeleton={<Skeleton cards={3} />}>
      {(desk) => {
        const window = choosing ? undefined : windowToShow(desk.windows, chosen)
        return (
          <>
            {desk.state === 'stopped' && <Stopped hallId={hallId} onDone={again} />}
            {desk.state === 'over' && <Over />}
            <View className="hd-columns">
              <View className="hd-main sb-col g12">
                {desk.windows.length === 0 && (
                  <Empty icon="desk" title={t('noWindows')}>
                    {t('noWindowsWay')}
                  </Empty>
                )}
                {desk.windows.length > 0 && window === undefined && (
                  <ChooseWindow windows={desk.windows} onChoose={choose} />
                )}
                {window && (
                  <AtWindow
                    key={window.window}
                    hallId={hallId}
                    query={query}
                    desk={desk}
                    window={window}
                    onOther={() => setChoosing(true)}
                  />
                )}
              </View>
              <View className="hd-side sb-col g12">
                <Glance desk={desk} />
                {desk.state === 'open' && <EmergencyCard onStop={() => setStopping(true)} />}
              </View>
            </View>
            {stopping && (
              <EmergencySheet
                hallId={hallId}
                desk={desk}
                onChange={again}
                onClose={() => setStopping(false)}
              />
            )}
          </>
        )
      }}
    </Await>
  )
}

export default function HallDeskPage() {
  return <HallFrame page="desk">{({ id }) => <OfHall key={id} hallId={id} />}</HallFrame>
}
