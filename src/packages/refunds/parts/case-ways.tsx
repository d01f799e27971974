/** What its claimant can do with a case now: supply, put an account right, withdraw in words. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Column, ConfirmSheet, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { CaseFull } from '../model/answers'
import { lastOf } from '../model/progress'
import { BankReason } from './fix-account'
import { useNeedText } from './way'

export type Doing = 'supply' | 'fixAccount' | 'nameAccount'

/** What the office asks for, all of it. */
const AskedList = ({ it }: { readonly it: CaseFull }) => {
  const t = useText(texts)
  const needText = useNeedText(it)
  const list = lastOf(it.history, 'askCorrection')?.list ?? []
  return (
    <View id="asked" className="rf-asked" {...role('list')} aria-label={t('supply.list')}>
      <Words as="s">{t('supply.list')}</Words>
      {list.map(({ code, said }, place) => (
        <View key={`${place} ${code}`} className="rf-asked-one" {...role('listitem')}>
          <Words as="b">{needText(code)}</Words>
          <Words>{said}</Words>
        </View>
      ))}
    </View>
  )
}

export const CaseWays = ({
  it,
  onDo,
  onChange,
}: {
  readonly it: CaseFull
  readonly onDo: (doing: Doing) => void
  readonly onChange: () => void
}) => {
  const t = useText(texts)
  const [asking, setAsking] = useState(false)
  const withdraw = useAction((id: string, key) => api.refunds.withdraw({ id }, { key }))
  const may = (move: string): boolean => it.moves.includes(move)
  const yes = async (): Promise<void> => {
    if (!(await withdraw.run(it.id))) return
    setAsking(false)
    onChange()
  }
  const nothing = !['supply', 'fixAccount', 'nameAccount', 'withdraw'].some(may)
  return (
    <>
      {nothing && <Words as="s">{t('ways.wait')}</Words>}
      {may('supply') && (
        <>
          <AskedList it={it} />
          <Button id="do-supply" icon="edit" onPress={() => onDo('supply')}>
            {t('do.supply')}
          </Button>
        </>
      )}
      {may('fixAccount') && (
        <>
          <BankReason it={it} />
          <Button id="do-fixAccount" icon="edit" onPress={() => onDo('fixAccount')}>
            {t('do.fixAccount')}
          </Button>
        </>
      )}
      {may('nameAccount') && (
        <>
          <Words>{t('name.lead')}</Words>
          <Button id="do-nameAccount" icon="edit" onPress={() => onDo('nameAccount')}>
            {t('do.nameAccount')}
          </Button>
        </>
      )}
      {may('withdraw') && (
        <Button id="do-withdraw" kind="danger" onPress={() => setAsking(true)}>
          {t('do.withdraw')}
        </Button>
      )}
      <ConfirmSheet
        id="withdraw"
        open={asking}
        title={t('withdraw.title')}
        confirm={t('withdraw.yes')}
        keep={t('withdraw.no')}
        busy={withdraw.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void yes()}
      >
        <Column gap={8}>
          <Words>{t('withdraw.words')}</Words>
          {withdraw.error && (
            <Note tone="danger" icon="warn">
              {withdraw.error.message}
            </Note>
          )}
        </Column>
      </ConfirmSheet>
    </>
  )
}
