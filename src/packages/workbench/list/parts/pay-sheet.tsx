/** Orders the payment of many cases: asked once more in words, then in turn with progress, then which were ordered and which not. */
import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import { useText } from '../../../../messages'
import { Button, Note, role, Sheet, Words } from '../../../../ui'
import { texts } from '../../messages'
import { createBatch, type Progress } from '../../model/batch'
import type { Item } from '../../model/items'
import { useItemWords, useYuan } from '../../model/words'

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

const Running = ({ progress, of }: { readonly progress: Progress; readonly of: number }) => {
  const t = useText(texts)
  const done = of - progress.left.length
  return (
    <View className="sb-col g8" {...role('status')} aria-live="polite">
      <Words>{t('pay.running')}</Words>
      <View className="sb-progress" aria-hidden="true">
        <View className="sb-progress-done" style={{ width: `${Math.round((done / of) * 100)}%` }} />
      </View>
      <Words as="s num">{t('pay.progress', { n: done, of })}</Words>
    </View>
  )
}

const Told = ({ progress, items }: { readonly progress: Progress; readonly items: readonly Item[] }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const words = useItemWords()
  const { ordered, refused, left } = progress
  const settled = ordered.filter(({ payable }) => payable === 0)
  const nameOf = (id: string): string => {
    const item = items.find((one) => one.id === id)
    return item ? t('hand.what', { kind: words(item).kind, name: item.taxpayerName }) : id
  }
  return (
    <View className="sb-col g12">
      {ordered.length > 0 && (
        <Note tone="ok" icon="check">
          <View id="paid" {...role('status')}>
            {t('pay.done', { n: ordered.length, amount: yuan(sumOf(ordered.map(({ payable }) => payable))) })}
          </View>
          {settled.length > 0 && <View>{t('pay.settled', { n: settled.length })}</View>}
        </Note>
      )}
      {refused.length > 0 && (
        <>
          <Note tone="danger" icon="warn">
            <View id="not-paid" {...role('alert')}>
              {t('pay.refused', { n: refused.length })}
            </View>
          </Note>
          <View className="sb-col g8" {...role('list')} aria-label={t('pay.whyNot')}>
            {refused.map(({ id, why }) => (
              <View key={id} id={`not-paid-${id}`} {...role('listitem')}>
                <Words as="b">{nameOf(id)}</Words>
                <Words as="s">{why}</Words>
              </View>
            ))}
          </View>
        </>
      )}
      {left.length > 0 && (
        <Note tone="warn" icon="offline">
          <View id="pay-left" {...role('alert')}>
            {t('pay.left', { n: left.length })}
          </View>
        </Note>
      )}
    </View>
  )
}

export const PaySheet = ({
  items,
  onClose,
}: {
  readonly items: readonly Item[]
  /** Called with whether anything was ordered. */
  readonly onClose: (changed: boolean) => void
}) => {
  const t = useText(texts)
  const yuan = useYuan()
  const [chosen] = useState(items)
  const [running, setRunning] = useState(false)
  const [progress, setProgress] = useState<Progress>()
  const batch = useMemo(
    () =>
      createBatch({
        ids: chosen.map(({ id }) => id),
        send: async (ids, key) => (await api.refunds.order({ ids: [...ids] }, { key })).ordered,
        tell: setProgress,
      }),
    [chosen],
  )
  const run = async (): Promise<void> => {
    setRunning(true)
    setProgress(await batch.run())
    setRunning(false)
  }
  const close = (): void => {
    if (!running) onClose(progress !== undefined)
  }
  const begun = running || progress !== undefined
  return (
    <Sheet id="pay-sheet" open title={begun ? t('pay') : t('pay.ask', { n: chosen.length })} onClose={close}>
      {!begun && (
        <>
          <Words as="b num">
            {t('pay.askSum', { amount: yuan(sumOf(chosen.map(({ fen }) => fen ?? 0))) })}
          </Words>
          <Note tone="warn" icon="people">
            {t('pay.third')}
          </Note>
        </>
      )}
      {running && (
        <Running
          progress={progress ?? { ordered: [], refused: [], left: chosen.map(({ id }) => id) }}
          of={chosen.length}
        />
      )}
      {!running && progress && <Told progress={progress} items={chosen} />}
      {!running && (
        <View className="sb-pair">
          <Button id="pay-no" kind="ghost" onPress={close}>
            {t(begun ? 'pay.close' : 'cancel')}
          </Button>
          {(!begun || (progress?.left.length ?? 0) > 0) && (
            <Button id="pay-yes" onPress={() => void run()}>
              {t(begun ? 'pay.goOn' : 'pay.yes')}
            </Button>
          )}
        </View>
      )}
    </Sheet>
  )
}
