/** The officer's inbox over all functions: by legal date, taken up, handed over, paid together; with the hall's figures beside it. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import { mayAct, type Duty } from '../../../../functions/core/pure/duties'
import { hallToShow, useHallsOnDuty, type OfficeHall } from '../../../client/halls-on-duty'
import { go, routes } from '../../../client/routes'
import { useMe } from '../../../client/use-me'
import { useText } from '../../../messages'
import { Await, BottomBar, Button, Card, Empty, Screen, SignedOut, Toast, Words } from '../../../ui'
import { texts } from '../messages'
import { isPayable } from '../model/items'
import { useYuan } from '../model/words'
import { wishStore, type Wish } from '../model/wish'
import { AgeingCard } from './parts/ageing'
import { ListBar, widened } from './parts/bar'
import { DifferencesCard } from './parts/differences'
import { FoundSheet } from './parts/found-sheet'
import { PaySheet } from './parts/pay-sheet'
import { useAgeing, useWork } from './parts/queries'
import { SheetCard } from './parts/sheet'
import { WorkList } from './parts/work-list'
import '../workbench.css'

/** What the caller may do at a hall. */
const useStanding = (hall: OfficeHall) => {
  const grants = useMe().data?.grants ?? []
  const place = { hallId: hall.id, region: hall.region }
  return {
    supervisor: grants.some(({ role }) => role === 'supervisor'),
    may: (duty: Duty): boolean => mayAct({ grants, duty, place }),
  }
}

const NOBODY: ReadonlySet<string> = new Set()

interface OfHall {
  readonly halls: readonly OfficeHall[]
  readonly hall: OfficeHall
  readonly onHall: (id: string) => void
}

const Found = ({ hallId }: { readonly hallId: string }) => {
  const t = useText(texts)
  const [open, setOpen] = useState(false)
  return (
    <Card>
      <Button id="open-found" kind="ghost" icon="plus" block onPress={() => setOpen(true)}>
        {t('found.button')}
      </Button>
      {open && (
        <FoundSheet
          hallId={hallId}
          onClose={() => setOpen(false)}
          onOpened={(id) => {
            setOpen(false)
            void go(routes.officeRefund(id))
          }}
        />
      )}
    </Card>
  )
}

/** The page of one hall. */
const Bench = ({ halls, hall, onHall }: OfHall) => {
  const t = useText(texts)
  const yuan = useYuan()
  const wish = useStore(wishStore, (state) => state.wish)
  const work = useWork(hall.id, wish)
  const ageing = useAgeing(hall.id)
  const { supervisor, may } = useStanding(hall)
  const [picked, setPicked] = useState(NOBODY)
  const [paying, setPaying] = useState(false)
  const [toast, setToast] = useState<string>()
  const setWish = (next: Wish): void => {
    setPicked(NOBODY)
    wishStore.setState({ wish: next })
  }
  const refetch = (): void => {
    void work.first.refetch()
    void ageing.refetch()
  }
  // What is no longer to be paid is not chosen either.
  const chosen = work.first.stale ? [] : work.items.filter((item) => picked.has(item.id) && isPayable(item))
  const sum = chosen.reduce((total, { fen }) => total + (fen ?? 0), 0)
  return (
    <Screen
      id="workbench-page"
      title={t('title')}
      wide
      {...(chosen.length > 0
        ? {
            bar: (
              <BottomBar>
                <View className="grow">
                  <Words id="picked" as="b" live>
                    {t('picked', { n: chosen.length })}
                  </Words>
                  <Words as="s num">{t('pickedSum', { amount: yuan(sum) })}</Words>
                </View>
                <Button id="pay-together" onPress={() => setPaying(true)}>
                  {t('pay')}
                </Button>
              </BottomBar>
            ),
          }
        : {})}
    >
      <ListBar halls={halls} hall={hall} wish={wish} onHall={onHall} onWish={setWish} />
      <View className="wb-columns">
        <View className="wb-main sb-col g12">
          <WorkList
            hallId={hall.id}
            wish={wish}
            work={work}
            supervisor={supervisor}
            picked={picked}
            onPick={setPicked}
            onWiden={() => setWish(widened(wish))}
            onDone={(what) => {
              setToast(t(`did.${what}`))
              refetch()
            }}
          />
        </View>
        <View className="wb-side sb-col g12">
          {may('review') && <Found hallId={hall.id} />}
          <AgeingCard hallId={hall.id} />
          {may('pay') && <DifferencesCard hallId={hall.id} />}
          <SheetCard hallId={hall.id} />
        </View>
      </View>
      {paying && (
        <PaySheet
          items={chosen}
          onClose={(changed) => {
            setPaying(false)
            if (!changed) return
            setPicked(NOBODY)
            refetch()
          }}
        />
      )}
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </Screen>
  )
}

export default function WorkbenchPage() {
  const t = useText(texts)
  const { hallId: asked } = useRouter().params
  const [hallId, setHallId] = useState(asked ?? wishStore.getState().hallId)
  const halls = useHallsOnDuty()
  const hall = halls.data && hallToShow(halls.data.halls, hallId)
  const choose = (id: string): void => {
    wishStore.setState({ hallId: id })
    setHallId(id)
  }
  if (halls.data && hall) return <Bench key={hall.id} halls={halls.data.halls} hall={hall} onHall={choose} />
  return (
    <Screen id="workbench-page" title={t('title')} wide>
      {halls.signedOut ? (
        <SignedOut title={t('signIn')} />
      ) : (
        <Await query={halls}>
          {() => (
            <Empty icon="desk" title={t('noHall')}>
              {t('noHallWay')}
            </Empty>
          )}
        </Await>
      )}
    </Screen>
  )
}
