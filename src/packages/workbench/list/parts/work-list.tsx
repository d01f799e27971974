/** Work by its date: taken up, let go, handed over from its row; what is approved is chosen to be paid together. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import type { PagedView } from '../../../../client/use-pages'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Button, Empty, Note, PagedList, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import { isPayable, type Item } from '../../model/items'
import type { Wish } from '../../model/wish'
import { useItemWords } from '../../model/words'
import { isNarrowed } from './bar'
import { HandOverSheet } from './hand-over'
import { WorkRow } from './row'

const Nothing = ({ wish, onWiden }: { readonly wish: Wish; readonly onWiden: () => void }) => {
  const t = useText(texts)
  return isNarrowed(wish) ? (
    <Empty icon="search" title={t('noneFiltered')} action={t('clearFilters')} onAction={onWiden}>
      {t('noneFilteredWay')}
    </Empty>
  ) : (
    <Empty icon="check" title={t(`none.${wish.view}`)}>
      {t(`noneWay.${wish.view}`)}
    </Empty>
  )
}

/** How many can be paid together, and all of them at once. */
const Choosing = ({
  payable,
  picked,
  onPick,
}: {
  readonly payable: readonly Item[]
  readonly picked: ReadonlySet<string>
  readonly onPick: (ids: ReadonlySet<string>) => void
}) => {
  const t = useText(texts)
  const all = payable.every(({ id }) => picked.has(id))
  return (
    <View className="sb-row g8 wb-choosing">
      <Words as="s">{t('pickable', { n: payable.length })}</Words>
      <Button
        id="pick-all"
        kind="text"
        onPress={() => onPick(all ? new Set() : new Set(payable.map(({ id }) => id)))}
      >
        {t(all ? 'pickNone' : 'pickAll')}
      </Button>
    </View>
  )
}

interface WorkListWish {
  readonly hallId: string
  readonly wish: Wish
  readonly work: PagedView<Item>
  readonly supervisor: boolean
  readonly picked: ReadonlySet<string>
  readonly onPick: (ids: ReadonlySet<string>) => void
  readonly onWiden: () => void
  readonly onDone: (what: 'claim' | 'release' | 'handOver') => void
}

export const WorkList = ({
  hallId,
  wish,
  work,
  supervisor,
  picked,
  onPick,
  onWiden,
  onDone,
}: WorkListWish) => {
  const t = useText(texts)
  const words = useItemWords()
  const [handing, setHanding] = useState<Item>()
  const { stale } = work.first
  const move = useAction(({ what, id }: { readonly what: 'claim' | 'release'; readonly id: string }, key) =>
    api.workbench[what]({ id }, { key }),
  )
  const run = async (what: 'claim' | 'release', id: string): Promise<void> => {
    if (await move.run({ what, id })) onDone(what)
    // What another did meanwhile is seen at once.
    else void work.first.refetch()
  }
  const toggle = (id: string, on: boolean): void =>
    onPick(new Set(on ? [...picked, id] : [...picked].filter((one) => one !== id)))
  const payable = stale ? [] : work.items.filter(isPayable)
  return (
    <>
      {stale && <Words as="s">{t('offline')}</Words>}
      {move.error && (
        <Note tone="danger" icon="warn">
          <View id="move-refused" {...role('alert')}>
            {move.error.message}
          </View>
        </Note>
      )}
      {payable.length > 1 && <Choosing payable={payable} picked={picked} onPick={onPick} />}
      <PagedList
        id="work"
        label={t('list')}
        pages={work}
        idOf={({ id }) => id}
        auto={false}
        className="sb-card flush sb-list"
        empty={<Nothing wish={wish} onWiden={onWiden} />}
      >
        {(item) => (
          <WorkRow
            item={item}
            picked={picked.has(item.id)}
            onPick={(on) => toggle(item.id, on)}
            acts={{
              busy: move.busy,
              locked: stale,
              supervisor,
              onTake: () => void run('claim', item.id),
              onLetGo: () => void run('release', item.id),
              onHandOver: () => setHanding(item),
            }}
          />
        )}
      </PagedList>
      {handing && (
        <HandOverSheet
          id={handing.id}
          hallId={hallId}
          what={t('hand.what', { kind: words(handing).kind, name: handing.taxpayerName })}
          onDone={() => {
            setHanding(undefined)
            onDone('handOver')
          }}
          onClose={() => setHanding(undefined)}
        />
      )}
    </>
  )
}
