/** What a winner can do now: claim, put the account right, decline in words. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Column, ConfirmSheet, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { Prize } from '../model/answers'
import { useYuan } from './words'

export type Doing = 'claim' | 'fixAccount'
const DOINGS: readonly Doing[] = ['claim', 'fixAccount']

export const PrizeWays = ({
  it,
  onDo,
  onDeclined,
}: {
  readonly it: Prize
  readonly onDo: (doing: Doing) => void
  readonly onDeclined: () => void
}) => {
  const t = useText(texts)
  const yuan = useYuan()
  const [asking, setAsking] = useState(false)
  const decline = useAction((id: string, key) => api.lottery.decline({ id }, { key }))
  const yes = async (): Promise<void> => {
    if (!(await decline.run(it.id))) return
    setAsking(false)
    onDeclined()
  }
  return (
    <>
      {DOINGS.filter((move) => it.moves.includes(move)).map((move) => (
        <Button key={move} id={`do-${move}`} icon="edit" block onPress={() => onDo(move)}>
          {t(`${move}.do`)}
        </Button>
      ))}
      {it.moves.includes('decline') && (
        <Button id="do-decline" kind="danger" block onPress={() => setAsking(true)}>
          {t('decline.do')}
        </Button>
      )}
      <ConfirmSheet
        id="decline"
        open={asking}
        title={t('decline.title')}
        confirm={t('decline.yes')}
        keep={t('decline.no')}
        busy={decline.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void yes()}
      >
        <Column gap={8}>
          <Words>{t('decline.words', { amount: yuan(it.payable) })}</Words>
          {decline.error && (
            <Note tone="danger" icon="warn">
              <View {...role('alert')}>{decline.error.message}</View>
            </Note>
          )}
        </Column>
      </ConfirmSheet>
    </>
  )
}
