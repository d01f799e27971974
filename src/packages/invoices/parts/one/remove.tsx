/** Taking an invoice out of the wallet, asked in words first. What is on a list stays, and the way to take it off is told. */
import { useState } from 'react'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Button, Column, ConfirmSheet, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { WalletInvoice } from '../../model/answers'
import { Failed } from '../failed'
import { useInvoiceName } from '../invoice-row'
import { useYuan } from '../words'

export const Remove = ({ it, onGone }: { readonly it: WalletInvoice; readonly onGone: () => void }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const name = useInvoiceName()(it)
  const [asking, setAsking] = useState(false)
  const remove = useAction((id: string, key) => api.invoices.remove({ id }, { key }))
  const yes = async (): Promise<void> => {
    if (await remove.run(it.id)) onGone()
  }
  return (
    <>
      <Button id="remove" kind="danger" icon="trash" block onPress={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <ConfirmSheet
        id="remove-sheet"
        open={asking}
        title={t('remove.title')}
        confirm={t('remove')}
        keep={t('remove.keep')}
        busy={remove.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void yes()}
      >
        <Column gap={8}>
          <Words>{t('remove.words', { name, amount: yuan(it.fen) })}</Words>
          {it.fileId !== null && <Words as="s">{t('remove.file')}</Words>}
          <Failed id="remove-failed" error={remove.error} />
        </Column>
      </ConfirmSheet>
    </>
  )
}
