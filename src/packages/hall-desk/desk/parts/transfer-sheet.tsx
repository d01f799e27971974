/** On to another matter: the person keeps the number and does not begin anew. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { Button, classes, Sheet, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { Desk } from '../../model/answers'
import { MatterChoice } from '../../parts/matter-choice'

export const TransferSheet = ({
  number,
  from,
  matters,
  busy,
  onYes,
  onClose,
}: {
  readonly number: string
  /** The matter that it has now, where it is known: not offered. */
  readonly from: string | undefined
  readonly matters: Desk['matters']
  readonly busy: boolean
  readonly onYes: (matter: string) => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const [matter, setMatter] = useState<string>()
  return (
    <Sheet id="transfer-sheet" open title={t('transfer.title', { number })} onClose={onClose}>
      <Words as="s">{t('transfer.lead')}</Words>
      <MatterChoice
        id="transfer"
        matters={matters.filter((one) => one.matter !== from)}
        value={matter}
        onChange={setMatter}
      />
      <View className={classes('sb-pair', matter !== undefined && 'hd-stick')}>
        <Button id="transfer-no" kind="ghost" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button
          id="transfer-yes"
          loading={busy}
          disabled={matter === undefined}
          onPress={() => matter !== undefined && onYes(matter)}
        >
          {t('move.transfer')}
        </Button>
      </View>
    </Sheet>
  )
}
